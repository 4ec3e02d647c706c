import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Clock } from './clock';
import { openDatabase, type Database, type DatabaseSchema } from './database';
import type { DataFolder } from './data-folder';
import { operator, timer } from './functions/caller';
import { answerOf, callAsClient, type ClientAnswer } from './functions/client-call';
import { LogBook, type LogLine } from './functions/log-book';
import { FunctionRuntime } from './functions/runtime';
import { SourceWatch } from './functions/source-watch';
import { TimerSchedule } from './functions/timer-schedule';
import { GroupRobots } from './messages/group-robot';
import { MessageBook } from './messages/message-book';
import { OpenApi } from './messages/open-api';
import { OpenData } from './messages/open-data';
import { robotRoute } from './messages/robot-route';
import { SubscriptionCredits } from './messages/subscription-credits';
import { SubscriptionMessages } from './messages/subscription-message';
import type { People } from './people';
import { loadSecrets } from './secrets';
import { adminRoute } from './server/admin-route';
import { callRoutes } from './server/call-routes';
import { EventStream } from './server/event-stream';
import type { Exchange } from './server/exchange';
import { listen, type CloudServer } from './server/server';
import { toolRoutes } from './server/tool-routes';
import { openStateStore, type StateStore } from './state-store';
import { FileStore } from './storage/file-store';
import { Signatures } from './storage/signatures';
import { StorageActions } from './storage/storage-actions';
import { storageRoutes } from './storage/storage-routes';

export interface CloudOptions {
  folder: DataFolder;
  /** The functions' sources, with database.json, environment.json and message-templates.json beside them. */
  functions: string;
  /** The mini-program, for the pages its app.json names. */
  miniprogram: string;
  instanceLimit?: number;
  /** Whether timers fire by the clock. */
  timers: boolean;
  /** Hears each log line as it is written. */
  onLog?: (line: LogLine) => void;
}

/** CloudBase on one machine: database, functions, storage, messages and clock behind one port. */
export class Cloud {
  readonly clock: Clock;
  readonly database: Database;
  readonly secrets: Record<string, string>;
  readonly logs: LogBook;
  readonly events = new EventStream();
  readonly messages: MessageBook;
  readonly robots: GroupRobots;
  readonly credits: SubscriptionCredits;
  readonly openData: OpenData;
  readonly runtime: FunctionRuntime;
  readonly schedule: TimerSchedule;
  people: People = { personas: [], groups: [] };
  readonly #options: CloudOptions;
  readonly #store: StateStore;
  #server: CloudServer | undefined;
  #ready = false;
  #watch: SourceWatch | undefined;

  constructor(options: CloudOptions) {
    const { folder, functions } = options;
    this.#options = options;
    this.clock = new Clock(folder.clockShift);
    const now = (): number => this.clock.now();
    this.secrets = loadSecrets(join(functions, 'environment.json'), folder.file('secrets.json'));
    this.#store = openStateStore(folder.file('simulator.sqlite'));
    // Last, because it locks its file: nothing after it may fail.
    const schema = readSchema(join(functions, 'database.json'));
    this.database = openDatabase({ folder: folder.isTemporary ? ':memory:' : folder.path, schema, now });
    this.logs = new LogBook(now, options.onLog);
    this.messages = new MessageBook(this.#store, now, () => this.events.send({ type: 'message' }));
    this.robots = new GroupRobots(this.messages, now);
    this.credits = new SubscriptionCredits(this.#store);
    this.openData = new OpenData(this.#store, now, (openid) => this.#personaPhone(openid));
    const clock = this.clock.shared;
    this.runtime = new FunctionRuntime({
      folder: functions,
      clock,
      secrets: this.secrets,
      logs: this.logs,
      ...(options.instanceLimit === undefined ? {} : { instanceLimit: options.instanceLimit }),
    });
    this.schedule = new TimerSchedule({
      clock: this.clock,
      fire: (name, trigger, at) => this.#fire(name, trigger, at).then(() => undefined),
      onClock: (moment) => this.#clockMoved(moment),
    });
  }

  get server(): CloudServer {
    if (this.#server === undefined) throw new Error('the cloud is not serving yet');
    return this.#server;
  }

  #useTimers(): void {
    if (this.#options.timers) this.schedule.use(this.runtime.definitions);
  }

  /** Builds the functions, then listens. `pages` answers what is not the cloud's own. */
  async serve(options: {
    port: number;
    watch: boolean;
    pages: (exchange: Exchange) => Promise<boolean>;
  }): Promise<void> {
    await this.runtime.start();
    const onError = (error: unknown): void => this.#report(error);
    const files = new FileStore(this.#store, this.#options.folder.file('storage'));
    const signatures = new Signatures(this.#store, () => this.clock.now());
    const storage = new StorageActions(files, signatures, () => this.server.url);
    const openApi = new OpenApi(this.runtime, this.logs, {
      messages: new SubscriptionMessages(
        this.messages,
        this.credits,
        join(this.#options.functions, 'message-templates.json'),
      ),
      openData: this.openData,
      appJson: join(this.#options.miniprogram, 'app.json'),
    });
    this.#server = await listen({
      port: options.port,
      routes: [
        adminRoute({ database: this.database, runtime: this.runtime, storage, openApi, onError }),
        robotRoute(this.robots),
        ...callRoutes(this),
        ...toolRoutes(this),
        ...storageRoutes(files, signatures, storage),
      ],
      otherwise: options.pages,
      onError,
    });
    this.runtime.port = this.server.port;
    this.#useTimers();
    this.#ready = true;
    if (options.watch) this.#watch = this.#startWatching();
  }

  callAsClient(name: string, data: Record<string, unknown>, openid: string): Promise<ClientAnswer> {
    return callAsClient(this.runtime, this.openData, { name, data, openid });
  }

  callAsOperator(name: string, data: Record<string, unknown>): Promise<ClientAnswer> {
    return answerOf(async () => {
      const { result, requestID } = await this.runtime.invoke(name, JSON.stringify(data), operator);
      return { result: JSON.parse(result) as unknown, requestID };
    });
  }

  /** Fires the timer of a function now, as if it were due. */
  fireTimer(name: string): Promise<ClientAnswer> {
    const definition = this.runtime.definitions.find((one) => one.name === name);
    return this.#fire(name, definition?.config.triggers[0]?.name ?? 'manual', this.clock.now());
  }

  setClock(moment: number | string): Promise<number> {
    return this.schedule.moveTo(typeof moment === 'number' ? moment : Date.parse(moment));
  }

  advanceClock(milliseconds: number): Promise<number> {
    return this.schedule.advance(milliseconds);
  }

  health(): Record<string, unknown> {
    const { coldStarts, definitions } = this.runtime;
    return { ready: this.#ready, coldStarts, functions: definitions.map(({ name }) => name) };
  }

  async stop(): Promise<void> {
    this.schedule.stop();
    await this.#watch?.close();
    this.events.close();
    await this.#server?.close();
    await this.runtime.stop();
    this.database.close();
    this.#store.close();
    this.#options.folder.close();
  }

  #fire(name: string, trigger: string, at: number): Promise<ClientAnswer> {
    const time = `${new Date(at).toISOString().slice(0, 19)}Z`;
    const event = JSON.stringify({ Type: 'Timer', TriggerName: trigger, Time: time, Message: '' });
    return answerOf(async () => {
      const { result, requestID } = await this.runtime.invoke(name, event, timer);
      return { result: JSON.parse(result) as unknown, requestID };
    });
  }

  #clockMoved(now: number): void {
    if (!this.#options.folder.isTemporary) this.#options.folder.save({ clockShift: this.clock.shift });
    this.events.send({ type: 'clock', now });
  }

  #personaPhone(openid: string): string | undefined {
    return this.people.personas.find((persona) => persona.openid === openid)?.phone;
  }

  #report(error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.logs.write({ function: 'simulator', instance: 0, level: 'error', text, requestID: '' });
  }

  #startWatching(): SourceWatch {
    const { functions, miniprogram } = this.#options;
    return new SourceWatch([functions, join(miniprogram, 'shared')], async () => {
      try {
        const changed = await this.runtime.deploy();
        if (changed.length === 0) return;
        this.#useTimers();
        this.events.send({ type: 'functions-rebuilt' });
      } catch (error) {
        this.#report(error);
      }
    });
  }
}

function readSchema(file: string): DatabaseSchema {
  if (!existsSync(file)) return { collections: {} };
  return JSON.parse(readFileSync(file, 'utf8')) as DatabaseSchema;
}
