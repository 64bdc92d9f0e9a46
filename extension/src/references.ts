import * as vscode from 'vscode';
import type { Location, Position } from 'vscode-languageclient';

/** What a count of references above a declaration does: the server sends places as the protocol writes them. */
export async function showReferences(uri: string, position: Position, places: readonly Location[]): Promise<void> {
    await vscode.commands.executeCommand(
        'editor.action.showReferences',
        vscode.Uri.parse(uri),
        toPosition(position),
        places.map((place) => new vscode.Location(vscode.Uri.parse(place.uri), toRange(place))),
    );
}

function toPosition({ line, character }: Position): vscode.Position {
    return new vscode.Position(line, character);
}

function toRange({ range }: Location): vscode.Range {
    return new vscode.Range(toPosition(range.start), toPosition(range.end));
}
