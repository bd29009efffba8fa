package io.parley.contracts.desk;

import java.util.List;

/**
 * What changed at the desk since somebody looked.
 *
 * @param next what to ask for next
 * @param changes oldest first
 */
public record DeskChanges(String next, List<DeskChange> changes) {

    public DeskChanges {
        changes = List.copyOf(changes);
    }
}
