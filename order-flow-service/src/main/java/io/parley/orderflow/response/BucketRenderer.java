package io.parley.orderflow.response;

import io.parley.campaign.Campaign;
import io.parley.campaign.Fact;
import io.parley.campaign.Pitch;
import io.parley.campaign.Replies;
import io.parley.campaign.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.springframework.stereotype.Component;

/**
 * Chooses a variant of a bucket and fills it. The choice follows from the conversation's seed and its turn alone, so a
 * replay says the same; where there are several variants, none is said twice in a row.
 */
@Component
public final class BucketRenderer {

    private static final RandomGeneratorFactory<RandomGenerator> CHOOSER =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final DefaultReplies defaults = new DefaultReplies();
    private final Examples examples = new Examples(defaults);

    /**
     * What a variant is chosen by.
     *
     * @param seed the conversation's
     * @param turn the number of the turn
     * @param last by bucket, the variant that was said last
     */
    public record Choice(long seed, int turn, Map<String, Integer> last) {}

    /**
     * What a state says when it is reached; an order is read back as fully as can be. Validation sees to it that one variant can
     * be said on every way there; should none be, then the question of one, and if even that needs something unknown, that we are
     * not sure.
     */
    public Rendering say(State state, Known known, Choice choice) {
        Optional<Rendering> said = state.confirms() ? readBack(state, known, choice) : question(state, known, choice);
        return said.or(() -> render(
                        state.id(), state.say().stream().map(WayBack::question).toList(), known, choice))
                .orElseGet(() -> reply("clarify", known, choice));
    }

    /** Where several things are asked for and some are known, what names them asks for the others. */
    private Optional<Rendering> question(State state, Known known, Choice choice) {
        List<Rendering> fresh = fresh(state.id(), possible(state.id(), state.say(), known), choice);
        if (known.values().keySet().containsAll(state.collects())) {
            return choose(state.id(), fresh, choice);
        }
        ToLongFunction<Rendering> named = rendering -> state.collects().stream()
                .filter(slot -> Template.mentions(state.say().get(rendering.variant()), slot))
                .count();
        long most = fresh.stream().mapToLong(named).max().orElse(0);
        return choose(
                state.id(),
                fresh.stream()
                        .filter(rendering -> named.applyAsLong(rendering) == most)
                        .toList(),
                choice);
    }

    private Optional<Rendering> readBack(State state, Known known, Choice choice) {
        List<Rendering> fitting = ofThisOrder(state.say(), possible(state.id(), state.say(), known), known);
        return choose(state.id(), fullest(state.say(), fresh(state.id(), fitting, choice)), choice);
    }

    /** What a state says to a value it cannot take. */
    public Rendering invalid(State state, Known known, Choice choice) {
        return render(state.id() + "/invalid", state.invalid(), known, choice)
                .orElseGet(() -> reply("invalid", known, choice));
    }

    /** What a state says when the payment was declined. */
    public Rendering declined(State state, Known known, Choice choice) {
        return render(state.id() + "/declined", state.declined(), known, choice)
                .orElseGet(() -> reply("declined", known, choice));
    }

    /** One of the campaign's {@code replies}, or the built-in one. */
    public Rendering reply(String bucket, Known known, Choice choice) {
        Campaign campaign = known.campaign();
        return render(bucket, campaign.replies().getOrDefault(bucket, List.of()), known, choice)
                .or(() -> render(bucket, defaults.bucket(campaign.locale(), bucket), known, choice))
                .orElseThrow(() -> new IllegalStateException("there is no reply named " + bucket));
    }

    /** What asks the customer which of two is meant. */
    public Rendering which(String first, String second, Known known, Choice choice) {
        Campaign campaign = known.campaign();
        Variables variables = new Variables(known, examples);
        Function<String, Optional<String>> both = variable -> switch (variable) {
            case "which.first" -> Optional.of(first);
            case "which.second" -> Optional.of(second);
            default -> variables.valueOf(variable);
        };
        return render(Replies.WHICH, campaign.replies().getOrDefault(Replies.WHICH, List.of()), both, choice)
                .or(() -> render(Replies.WHICH, defaults.bucket(campaign.locale(), Replies.WHICH), both, choice))
                .orElseThrow(() -> new IllegalStateException("there is no reply named " + Replies.WHICH));
    }

    /** A fact's pitches that could be said now: they fit the state, and all they speak of is known. */
    public List<Pitch> fitting(Fact fact, Known known) {
        Variables variables = new Variables(known, examples);
        return fact.pitches().stream()
                .filter(pitch -> pitch.fits(known.state().id(), known.values().keySet()))
                .filter(pitch -> Template.fill(pitch.say(), variables::valueOf).isPresent())
                .toList();
    }

    /**
     * A prepared statement.
     *
     * @param pitch what is added to it, where the campaign's way of answering has a place for it
     * @return nothing while the answer needs something that is unknown
     */
    public Optional<Told> tell(Fact fact, Optional<Pitch> pitch, Known known) {
        Known telling = known.telling(new Telling(fact.answer(), pitch.map(Pitch::say)));
        Campaign campaign = known.campaign();
        return told(campaign.replies().getOrDefault(Replies.ANSWER, List.of()), pitch, telling)
                .or(() -> told(defaults.bucket(campaign.locale(), Replies.ANSWER), pitch, telling));
    }

    private Optional<Told> told(List<String> variants, Optional<Pitch> pitch, Known telling) {
        return possible(Replies.ANSWER, variants, telling).stream()
                .findFirst()
                .map(rendering -> new Told(
                        rendering,
                        pitch.filter(it -> Template.mentions(variants.get(rendering.variant()), Replies.FACT_PITCH))));
    }

    /** The reply of a ladder: its rungs are said in the order of the bucket, the last one again and again. */
    public Rendering rung(String bucket, int rung, Known known) {
        List<String> own = known.campaign().replies().getOrDefault(bucket, List.of());
        List<Rendering> possible = possible(bucket, own, known);
        if (possible.isEmpty()) {
            possible = possible(bucket, defaults.bucket(known.campaign().locale(), bucket), known);
        }
        return possible.get(Math.min(rung, possible.size() - 1));
    }

    /** Every text of a bucket as it is written: the campaign's, or the built-in ones. */
    public List<String> texts(String bucket, Campaign campaign) {
        List<String> own = campaign.replies().getOrDefault(bucket, List.of());
        return own.isEmpty() ? defaults.bucket(campaign.locale(), bucket) : own;
    }

    private Optional<Rendering> render(String bucket, List<String> variants, Known known, Choice choice) {
        return render(bucket, variants, new Variables(known, examples)::valueOf, choice);
    }

    private static Optional<Rendering> render(
            String bucket, List<String> variants, Function<String, Optional<String>> values, Choice choice) {
        return choose(bucket, fresh(bucket, possible(bucket, variants, values), choice), choice);
    }

    /** Without what was said last, where there are others. */
    private static List<Rendering> fresh(String bucket, List<Rendering> possible, Choice choice) {
        Integer last = choice.last().get(bucket);
        return possible.size() < 2 || last == null
                ? possible
                : possible.stream()
                        .filter(rendering -> rendering.variant() != last)
                        .toList();
    }

    /** Without those that name what this order has no place for, such as the address where it is picked up. */
    private static List<Rendering> ofThisOrder(List<String> variants, List<Rendering> possible, Known known) {
        Set<String> unasked = known.unasked();
        return possible.stream()
                .filter(rendering ->
                        unasked.stream().noneMatch(slot -> Template.mentions(variants.get(rendering.variant()), slot)))
                .toList();
    }

    /** Without those that leave out something which another one names beside all that they name. */
    private static List<Rendering> fullest(List<String> variants, List<Rendering> possible) {
        return possible.stream()
                .filter(rendering -> possible.stream()
                        .noneMatch(other ->
                                Template.namesMore(variants.get(other.variant()), variants.get(rendering.variant()))))
                .toList();
    }

    private static Optional<Rendering> choose(String bucket, List<Rendering> possible, Choice choice) {
        if (possible.isEmpty()) {
            return Optional.empty();
        }
        long seed = choice.seed() ^ ((long) bucket.hashCode() << 32) ^ choice.turn();
        return Optional.of(possible.get(CHOOSER.create(seed).nextInt(possible.size())));
    }

    private List<Rendering> possible(String bucket, List<String> variants, Known known) {
        return possible(bucket, variants, new Variables(known, examples)::valueOf);
    }

    private static List<Rendering> possible(
            String bucket, List<String> variants, Function<String, Optional<String>> values) {
        List<Rendering> possible = new ArrayList<>();
        for (int variant = 0; variant < variants.size(); variant++) {
            int number = variant;
            Template.fill(variants.get(variant), values)
                    .ifPresent(text -> possible.add(new Rendering(bucket, number, text)));
        }
        return possible;
    }
}
