import path from 'node:path';
import { readComponentGraph } from './app-config';
import { bundleScripts } from './scripts';
import { SourceTree } from './source-tree';
import { compileStyles } from './styles';
import { compileTemplates } from './templates';

/**
 * Compiles a native mini-program folder, as it stands, to one script for the phone's runtime.
 * Throws BuildError with the file and the reason, in Chinese, if the source cannot be built.
 */
export async function compileMiniProgram(folder: string): Promise<string> {
  const tree = new SourceTree(path.resolve(folder));
  const graph = readComponentGraph(tree);
  const { code, warnings } = compileTemplates(tree, Object.keys(graph.components));
  const manifest = { ...graph, ...compileStyles(tree, graph.components) };
  return bundleScripts(tree, manifest, code, warnings);
}
