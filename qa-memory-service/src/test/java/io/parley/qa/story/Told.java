package io.parley.qa.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** Stories as bAbI writes them: two people go from room to room, and somebody asks where one of them is. */
final class Told {

    private static final List<String> PEOPLE = List.of("Ada", "Ben");
    private static final List<String> ROOMS = List.of("attic", "cellar", "garden", "hall");
    private static final int FACTS = 3;

    private Told() {}

    static void write(Path file, int stories, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        for (int story = 0; story < stories; story++) {
            String[] where = new String[PEOPLE.size()];
            int[] since = new int[PEOPLE.size()];
            int line = 1;
            for (; line <= FACTS; line++) {
                int who = line == 1 ? 0 : random.nextInt(PEOPLE.size());
                where[who] = ROOMS.get(random.nextInt(ROOMS.size()));
                since[who] = line;
                text.append("%d %s went to the %s.\n".formatted(line, PEOPLE.get(who), where[who]));
            }
            int asked = where[1] == null ? 0 : random.nextInt(PEOPLE.size());
            text.append("%d Where is %s? \t%s\t%d\n".formatted(line, PEOPLE.get(asked), where[asked], since[asked]));
        }
        Files.writeString(file, text);
    }
}
