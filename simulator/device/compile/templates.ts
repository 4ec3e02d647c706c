import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { BuildError } from './build-error';
import type { SourceTree } from './source-tree';

interface TemplateProblem {
  isError: boolean;
  level: number;
  message: string;
  startLine: number;
}

/** Hooks of the generated code for `change:prop` observers and wxs event handlers; see runtime/wxs.ts. */
const runtimeHooks = 'Q.A=phoneWxs.onChange;Q.C=phoneWxs.onEvent;';

/** In wxs `x.constructor` is the type's name as a string. */
const nameConstructors = (script: string): string =>
  script.replace(/\.constructor\b(?!\.)/g, '.constructor.name');

export interface CompiledTemplates {
  /** A JavaScript expression: template path → its generator. */
  code: string;
  /** The compiler's warnings about the mini-program's own templates. */
  warnings: string[];
}

/** Compiles the WXML of all components with what they include, import and require. */
export function compileTemplates(tree: SourceTree, components: readonly string[]): CompiledTemplates {
  const group = new TmplGroup();
  try {
    const compiler = new TemplateCompiler(tree, group);
    for (const component of components) compiler.addTemplate(component);
    group.setExtraRuntimeScript(runtimeHooks);
    const code = group.getTmplGenObjectGroups().replace(/(require\(\s*['"][^'"]+)\.wxs(['"]\s*\))/g, '$1$2');
    return { code, warnings: compiler.warnings };
  } finally {
    group.free();
  }
}

class TemplateCompiler {
  readonly warnings: string[] = [];
  private readonly templates = new Set<string>();
  private readonly scripts = new Set<string>();

  constructor(
    private readonly tree: SourceTree,
    private readonly group: TmplGroup,
  ) {}

  addTemplate(virtual: string): void {
    if (this.templates.has(virtual)) return;
    this.templates.add(virtual);
    const file = `${virtual}.wxml`;
    const problems = this.group.addTmpl(virtual, this.tree.read(file)) as TemplateProblem[];
    for (const problem of problems) this.judge(file, problem);
    for (const name of this.group.getInlineScriptModuleNames(virtual) as string[]) {
      const script = nameConstructors(this.group.getInlineScript(virtual, name));
      this.group.setInlineScript(virtual, name, script);
      this.followRequires(script, virtual);
    }
    for (const template of this.group.getDirectDependencies(virtual) as string[]) this.addTemplate(template);
    for (const script of this.group.getScriptDependencies(virtual) as string[]) this.addScript(script);
  }

  private addScript(virtual: string): void {
    if (this.scripts.has(virtual)) return;
    this.scripts.add(virtual);
    const script = nameConstructors(this.tree.read(`${virtual}.wxs`));
    this.group.addScript(virtual, script);
    this.followRequires(script, virtual);
  }

  private followRequires(script: string, from: string): void {
    for (const [, reference = ''] of script.matchAll(/require\(\s*['"]([^'"]+)['"]\s*\)/g)) {
      const target = reference.startsWith('/')
        ? reference.slice(1)
        : path.posix.join(path.posix.dirname(from), reference);
      this.addScript(target.replace(/\.wxs$/, ''));
    }
  }

  private judge(file: string, problem: TemplateProblem): void {
    const text = `第 ${problem.startLine} 行：${problem.message}`;
    if (problem.isError) throw new BuildError(file, text);
    // A package's templates are not ours to correct; WeChat accepts what the compiler merely notes (level < 3).
    if (problem.level >= 3 && !file.startsWith('miniprogram_npm/')) this.warnings.push(`${file} ${text}`);
  }
}
