import * as vscode from 'vscode';
import {
    METHOD,
    type PreviewExport,
    type PreviewExportParams,
    type PreviewOptions,
    type PreviewUpdate,
    type PreviewWatch,
    type PreviewWhy,
    VIEWS,
} from '../../../language/src/protocol.ts';
import { save } from '../pages.ts';
import type { Server } from '../server.ts';
import type { ExportFormat, FromPanel, ToPanel } from './messages.ts';
import { writePage } from './page.ts';
import { goTo } from './places.ts';

/** The panel's type: what VS Code remembers it by when the window is loaded again. */
const TYPE = 'smartcity.preview';

/**
 * The panel beside the text. It relays: what the panel wants goes to the server, what the server draws goes to the
 * panel. There is one; opening it again brings it to the front.
 */
export class Preview implements vscode.Disposable {
    private panel: vscode.WebviewPanel | undefined;
    private options: PreviewOptions | undefined;
    /** The file whose plan is shown. */
    private file: string | undefined;
    private readonly subscriptions: vscode.Disposable[] = [];
    /** When the panel was given a picture last, on the clock of `performance.now`. */
    shownAt = 0;
    private readonly rasters = new Map<number, (base64: string) => void>();
    private cursorTimer: NodeJS.Timeout | undefined;

    constructor(
        private readonly context: vscode.ExtensionContext,
        private readonly server: Server,
    ) {
        this.subscriptions.push(
            vscode.commands.registerCommand('smartcity.openPreview', (view?: unknown) => this.open(view)),
            vscode.commands.registerCommand('smartcity.preview.export', (format: ExportFormat, target?: vscode.Uri) =>
                this.export(format, target),
            ),
            vscode.window.registerWebviewPanelSerializer(TYPE, {
                deserializeWebviewPanel: async (panel) => this.adopt(panel),
            }),
            vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
            vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.tellCursor(textEditor)),
            server.onDidChange((state) => {
                this.post({ type: 'server', running: state === 'running' });
                if (state === 'running') {
                    // A new server knows nothing of the panel; the panel keeps its picture until the new one comes.
                    this.watch(true);
                }
            }),
        );
    }

    /** Shows what the server has drawn. */
    show(update: PreviewUpdate): void {
        if (this.panel !== undefined && update.picture !== undefined) {
            const title = vscode.l10n.t('Preview: {0}', update.picture.title);
            if (this.panel.title !== title) {
                this.panel.title = title;
            }
        }
        this.post({ type: 'update', update });
        this.shownAt = performance.now();
    }

    dispose(): void {
        clearTimeout(this.cursorTimer);
        this.panel?.dispose();
        vscode.Disposable.from(...this.subscriptions).dispose();
    }

    /** Opens the panel, or brings it to the front; a view may be named, or a file of the plan to show. */
    private open(view: unknown): void {
        const named = VIEWS.find((each) => each === view);
        this.remember(vscode.window.activeTextEditor);
        if (view instanceof vscode.Uri) {
            // From the list of files: the file that was clicked, open or not.
            this.file = view.toString();
        }
        if (this.panel !== undefined) {
            this.panel.reveal(undefined, true);
            this.watch(false);
        } else {
            const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
            // Hidden behind another tab it keeps its picture, so that it is there at once when one comes back.
            const options = { retainContextWhenHidden: true, enableFindWidget: true };
            this.adopt(vscode.window.createWebviewPanel(TYPE, vscode.l10n.t('Preview'), place, options));
        }
        if (named !== undefined) {
            this.post({ type: 'open', view: named });
        }
    }

    /** Takes a panel, new or found again after the window was loaded again. */
    private adopt(panel: vscode.WebviewPanel): void {
        this.panel?.dispose();
        this.panel = panel;
        const folder = vscode.Uri.joinPath(this.context.extensionUri, 'dist');
        panel.iconPath = vscode.Uri.joinPath(this.context.extensionUri, 'extension', 'icons', 'icon.svg');
        panel.webview.options = { enableScripts: true, localResourceRoots: [folder] };
        panel.webview.onDidReceiveMessage((message: FromPanel) => void this.hear(message), undefined);
        panel.onDidDispose(() => {
            if (this.panel === panel) {
                this.panel = undefined;
                this.options = undefined;
                this.server.tell(METHOD.previewClose);
                void vscode.commands.executeCommand('setContext', 'smartcity.previewOpen', false);
            }
        });
        panel.webview.html = writePage(panel.webview, folder);
        void vscode.commands.executeCommand('setContext', 'smartcity.previewOpen', true);
    }

    private async hear(message: FromPanel): Promise<void> {
        switch (message.type) {
            case 'watch':
                this.options = message.options;
                if (message.fresh) {
                    this.remember(vscode.window.activeTextEditor);
                    this.post({ type: 'server', running: this.server.state !== 'stopped' });
                }
                this.watch(message.fresh);
                return;
            case 'seen':
                this.server.tell(METHOD.previewSeen, { from: message.from, to: message.to });
                return;
            case 'goTo':
                await goTo(message.file, message.start, message.end);
                return;
            case 'why': {
                const why = await this.server.ask<PreviewWhy>(METHOD.previewWhy, { key: message.key });
                if (why !== undefined) {
                    this.post({ type: 'why', key: message.key, why });
                }
                return;
            }
            case 'explain':
                await vscode.commands.executeCommand('smartcity.explainRule', message.rule);
                return;
            case 'export':
                await this.export(message.format);
                return;
            case 'png':
                this.rasters.get(message.id)?.(message.base64);
                this.rasters.delete(message.id);
        }
    }

    private watch(fresh: boolean): void {
        if (this.panel === undefined || this.options === undefined) {
            return;
        }
        const params: PreviewWatch = {
            options: this.options,
            fresh,
            ...(this.file === undefined ? {} : { file: this.file }),
        };
        this.server.tell(METHOD.previewWatch, params);
    }

    /** The preview shows the plan of the file that is worked on. */
    private follow(editor: vscode.TextEditor | undefined): void {
        if (this.remember(editor)) {
            this.watch(false);
        }
        if (editor !== undefined) {
            this.tellCursor(editor);
        }
    }

    /** Takes note of the file that is worked on. Returns whether it is another than before. */
    private remember(editor: vscode.TextEditor | undefined): boolean {
        const document = editor?.document;
        if (document?.languageId !== 'smartcity' || document.uri.scheme === 'smartcity-library') {
            return false;
        }
        const file = document.uri.toString();
        const isOther = file !== this.file;
        this.file = file;
        return isOther;
    }

    private tellCursor(editor: vscode.TextEditor): void {
        const { document, selection } = editor;
        if (
            this.panel === undefined ||
            document.languageId !== 'smartcity' ||
            !vscode.workspace.getConfiguration('smartcity').get('preview.followCursor', true)
        ) {
            return;
        }
        clearTimeout(this.cursorTimer);
        // Typing moves the cursor with every key; the picture that follows brings new places anyway.
        this.cursorTimer = setTimeout(() => {
            const offset = document.offsetAt(selection.active);
            this.post({ type: 'cursor', file: document.uri.toString(), offset });
        }, 60);
    }

    /** Writes what is seen as a file. Without a place it asks for one. */
    private async export(format: ExportFormat, target?: vscode.Uri): Promise<vscode.Uri | undefined> {
        const { options } = this;
        if (options === undefined) {
            return undefined;
        }
        const kind = vscode.window.activeColorTheme.kind;
        const isDark = kind === vscode.ColorThemeKind.Dark || kind === vscode.ColorThemeKind.HighContrast;
        const params: PreviewExportParams = {
            format: format === 'html' ? 'html' : 'svg',
            options,
            theme: isDark ? 'dark' : 'light',
        };
        const answer = await this.server.ask<PreviewExport>(METHOD.previewExport, params);
        if (answer === undefined || answer.text === null) {
            void vscode.window.showWarningMessage(vscode.l10n.t('There is nothing to export yet.'));
            return undefined;
        }
        const bytes =
            format === 'png'
                ? Buffer.from(await this.rasterize(answer.text), 'base64')
                : new TextEncoder().encode(answer.text);
        return save(target, `${answer.name}.${format}`, { [format.toUpperCase()]: [format] }, bytes);
    }

    /** Lets the panel, which has a screen, turn a picture into pixels. */
    private rasterize(svg: string): Promise<string> {
        const id = Date.now();
        return new Promise((done, failed) => {
            const timer = setTimeout(() => {
                this.rasters.delete(id);
                failed(new Error(vscode.l10n.t('The picture could not be turned into a PNG.')));
            }, 20_000);
            this.rasters.set(id, (base64) => {
                clearTimeout(timer);
                done(base64);
            });
            this.post({ type: 'rasterize', id, svg });
        });
    }

    private post(message: ToPanel): void {
        void this.panel?.webview.postMessage(message);
    }
}
