import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { WORDS } from './messages.ts';

/**
 * The page of the panel: an empty frame with one script and one style sheet, both of the extension. It is set once and
 * never again; everything after comes as messages. Nothing from outside is allowed, and no style or script in the text.
 */
export function writePage(webview: vscode.Webview, folder: vscode.Uri): string {
    const nonce = randomBytes(16).toString('base64');
    const at = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString();
    const policy = [
        "default-src 'none'",
        `script-src 'nonce-${nonce}'`,
        `style-src ${webview.cspSource}`,
        // The picture that is turned into a PNG.
        'img-src blob: data:',
    ].join('; ');
    const words = Object.fromEntries(Object.entries(WORDS).map(([key, text]) => [key, vscode.l10n.t(text)]));
    return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${at('webview.css')}">
</head>
<body>
<div id="smartcity" class="sc" data-words="${attribute(JSON.stringify(words))}"></div>
<script nonce="${nonce}" src="${at('webview.js')}"></script>
</body>
</html>
`;
}

function attribute(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
