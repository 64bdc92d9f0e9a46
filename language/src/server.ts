import { serveIpc } from './lsp/connect.ts';

// The VS Code extension starts this file on the editor's own Node and speaks over the channel between the processes.
serveIpc();
