import { dirname, join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { files, text } from './imports';

const GUARDS = ['anyone', 'signedIn', 'member', 'demoOnly'];
const DOORS = /\/\+(server|page\.server|layout\.server)\.ts$/;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'fallback', 'load'];

type Handler = { name: string; body: ts.ConciseBody | ts.Block | undefined };

const parse = (path: string) => ts.createSourceFile(path, text(path), ts.ScriptTarget.Latest, true);

/** The file beside `path` from which it imports `name`. */
function importedFrom(source: ts.SourceFile, path: string, name: string): string | undefined {
	const found = source.statements
		.filter(ts.isImportDeclaration)
		.find(({ importClause }) => new RegExp(`\\b${name}\\b`).test(importClause?.getText() ?? ''));
	const from = found && ts.isStringLiteral(found.moduleSpecifier) ? found.moduleSpecifier.text : '';
	return from.startsWith('.') ? `${join(dirname(path), from)}.ts` : undefined;
}

/**
 * The functions of a door's file that a request can reach: methods, loads and form actions, and those that several
 * pages share. What is taken over from where nobody can look counts as a handler without a guard.
 */
function handlers(path: string, names = METHODS): Handler[] {
	const source = parse(path);
	const found: Handler[] = [];
	const take = (name: string, node: ts.Node | undefined) => {
		if (!node) return;
		if (ts.isSatisfiesExpression(node) || ts.isAsExpression(node)) return take(name, node.expression);
		if (ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node))
			found.push({ name, body: node.body });
		else if (ts.isMethodDeclaration(node)) found.push({ name, body: node.body });
		else if (ts.isObjectLiteralExpression(node))
			node.properties.forEach((property) => {
				if (ts.isSpreadAssignment(property)) return takeOver(name, property.expression.getText());
				take(
					`${name}.${property.name?.getText()}`,
					ts.isPropertyAssignment(property) ? property.initializer : property
				);
			});
	};
	const takeOver = (name: string, shared: string) => {
		const from = importedFrom(source, path, shared);
		const theirs = from ? handlers(from, [shared]) : [];
		if (theirs.length === 0) found.push({ name: `${name}...${shared}`, body: undefined });
		found.push(...theirs.map((one) => ({ ...one, name: `${name}.${one.name}` })));
	};
	for (const statement of source.statements) {
		const exported =
			ts.canHaveModifiers(statement) &&
			ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
		if (!exported) continue;
		if (ts.isFunctionDeclaration(statement)) take(statement.name?.text ?? '', statement);
		if (ts.isVariableStatement(statement))
			statement.declarationList.declarations.forEach((one) => take(one.name.getText(), one.initializer));
	}
	return found.filter(({ name }) => [...names, 'actions'].includes(name.split('.')[0] ?? ''));
}

function beginsWithGuard({ body }: Handler): boolean {
	const first = body && ts.isBlock(body) ? body.statements[0] : body;
	const call = /^(?:const [^=]+= |return )?(?:await )?(\w+)\(event\b/.exec(first?.getText() ?? '');
	return GUARDS.includes(call?.[1] ?? '');
}

const doors = files('src/routes').filter((path) => DOORS.test(path));

test('there are doors to look at', () => {
	expect(doors.length).toBeGreaterThan(8);
});

test.each(doors)('the first thing %s does is ask who is there', (path) => {
	const found = handlers(path);
	expect(found.length).toBeGreaterThan(0);
	expect(found.filter((handler) => !beginsWithGuard(handler)).map(({ name }) => name)).toEqual([]);
});
