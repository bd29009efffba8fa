package io.parley.speech.synthesis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parley.speech.Sound;
import io.parley.speech.words.SpokenForm;
import java.time.Duration;
import java.util.List;

/** Says a text sentence by sentence and keeps the sounds of those said lately. */
final class SentenceCache {
    private static final Duration PAUSE = Duration.ofMillis(180);

    /** Makes the sound of one sentence that is not kept, at 16 kHz; an empty sound where nothing could be said. */
    interface Voice {
        Sound speak(String sentence) throws UnspeakableException;
    }

    private final Cache<String, Sound> kept;
    private final Voice voice;

    SentenceCache(int keeps, Voice voice) {
        this.kept = Caffeine.newBuilder().maximumSize(keeps).build();
        this.voice = voice;
    }

    Sound say(String text) throws UnspeakableException {
        List<String> sentences = Sentences.of(text);
        Sound said = new Sound(new short[0], Sound.WIDE);
        for (String sentence : sentences) {
            Sound next = sentence(sentence);
            if (!next.isEmpty()) {
                said = said.isEmpty()
                        ? next
                        : said.then(Sound.silence(PAUSE, Sound.WIDE)).then(next);
            }
        }
        if (said.isEmpty()) {
            throw new UnspeakableException("a text of " + text.length()
                    + " characters has nothing in it that this voice can say; write it in words");
        }
        return said;
    }

    private Sound sentence(String sentence) throws UnspeakableException {
        Sound before = kept.getIfPresent(sentence);
        if (before != null) {
            return before;
        }
        String words = SpokenForm.of(sentence);
        boolean speakable =
                words.chars().anyMatch(character -> character < 0x250 && Character.isLetterOrDigit(character));
        Sound sound = speakable ? voice.speak(words) : new Sound(new short[0], Sound.WIDE);
        kept.put(sentence, sound);
        return sound;
    }
}
