package io.parley.campaign;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML into a {@link Tree}. Nothing is ever constructed from a tag, and anchors are refused, so that no document
 * can unfold into more than it shows.
 */
final class TreeReader {

    private static final int DEEPEST = 24;
    private static final String NO_TAGS = "Take it out; put a text that begins with ! in quotes";
    private static final Set<Tag> PLAIN_TAGS = Set.of(
            Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MAP, Tag.SEQ, Tag.MERGE, Tag.BINARY);

    private final Report report;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private TreeReader(Report report) {
        this.report = report;
    }

    /** The document, or nothing and a problem. Duplicate keys and tags are reported and the rest is read. */
    static Optional<Tree> read(String text, Report report) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        options.setNestingDepthLimit(DEEPEST);
        Node root;
        try {
            root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            report.error(line(e), what(e), remedy(e));
            return Optional.empty();
        } catch (ReaderException e) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count();
            report.error(line, "has an invisible control character", "Delete it and type the line again");
            return Optional.empty();
        } catch (YAMLException e) {
            report.error(0, "is nested too deeply or not YAML at all", "Compare it with an example campaign");
            return Optional.empty();
        }
        if (root == null) {
            report.error(0, "has nothing but comments", "Write something into it or remove it");
            return Optional.empty();
        }
        TreeReader reader = new TreeReader(report);
        if (reader.hasAnchors(root)) {
            return Optional.empty();
        }
        return Optional.of(reader.tree(root));
    }

    private boolean hasAnchors(Node node) {
        if (node.getAnchor() != null) {
            report.error(
                    line(node.getStartMark()),
                    "'&" + node.getAnchor() + "' is an anchor, and anchors are not used here",
                    "Write the value out where it is needed; put a text that begins with & or * in quotes");
            return true;
        }
        if (!seen.add(node)) {
            return true;
        }
        boolean found = false;
        switch (node) {
            case MappingNode mapping -> {
                for (NodeTuple tuple : mapping.getValue()) {
                    found |= hasAnchors(tuple.getKeyNode());
                    found |= hasAnchors(tuple.getValueNode());
                }
            }
            case SequenceNode sequence -> {
                for (Node item : sequence.getValue()) {
                    found |= hasAnchors(item);
                }
            }
            default -> {
                // a scalar: nothing below it
            }
        }
        return found;
    }

    private Tree tree(Node node) {
        int line = line(node.getStartMark());
        if (!PLAIN_TAGS.contains(node.getTag())) {
            report.error(line, "'" + node.getTag().getValue() + "' is a tag, and tags are not used here", NO_TAGS);
        }
        return switch (node) {
            case MappingNode mapping -> fields(mapping, line);
            case SequenceNode sequence -> {
                List<Tree> items = new ArrayList<>();
                sequence.getValue().forEach(item -> items.add(tree(item)));
                yield new Tree.Items(items, line);
            }
            case ScalarNode scalar when scalar.isPlain() && scalar.getTag().equals(Tag.NULL) -> new Tree.Nothing(line);
            case ScalarNode scalar -> new Tree.Text(scalar.getValue().strip(), line);
            default -> throw new IllegalStateException("a node of unknown kind " + node.getNodeId());
        };
    }

    private Tree.Fields fields(MappingNode mapping, int line) {
        Map<String, Tree.Field> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int keyLine = line(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                report.error(
                        keyLine, "a key is no simple word", "Put texts with {{…}} in quotes and write keys as words");
                continue;
            }
            Tree.Field first = fields.get(key.getValue());
            if (first != null) {
                report.error(
                        keyLine,
                        "the key '" + key.getValue() + "' stands here for the second time, first on line "
                                + first.line(),
                        "Keep one of the two");
                continue;
            }
            Tree value = tree(tuple.getValueNode());
            fields.put(key.getValue(), new Tree.Field(keyLine, startingAt(keyLine, value)));
        }
        return new Tree.Fields(fields, line);
    }

    /** What lies under a key begins where the key stands: that is where people look for what is missing in it. */
    private static Tree startingAt(int line, Tree tree) {
        return tree instanceof Tree.Fields(Map<String, Tree.Field> fields, int first) && first > line
                ? new Tree.Fields(fields, line)
                : tree;
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 0 : mark.getLine() + 1;
    }

    private static int line(MarkedYAMLException e) {
        return line(e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark());
    }

    private static String what(MarkedYAMLException e) {
        String problem = String.valueOf(e.getProblem());
        if (problem.contains("TAB")) {
            return "a tab is used for indenting";
        }
        if (problem.contains("Global tag")) {
            return "a tag, !!, is used, and tags are not used here";
        }
        String context = e.getContext() == null ? "" : e.getContext() + ": ";
        return "this is not YAML (" + context + problem + ")";
    }

    private static String remedy(MarkedYAMLException e) {
        String problem = String.valueOf(e.getProblem());
        if (problem.contains("TAB")) {
            return "Indent with spaces";
        }
        if (problem.contains("Global tag")) {
            return NO_TAGS;
        }
        if (problem.contains("mapping values are not allowed")) {
            return "Put a text with a colon in quotes, or check the indentation";
        }
        if (problem.contains("unexpected end of stream")) {
            return "Close the quote or bracket that is opened before it";
        }
        if (problem.contains("undefined alias")) {
            return "Put a text that begins with * in quotes";
        }
        if (problem.contains("another document")) {
            return "Keep one document in the file: take out the line ---";
        }
        return "Look at this line and the one before it: indentation, quotes, brackets and commas must fit";
    }
}
