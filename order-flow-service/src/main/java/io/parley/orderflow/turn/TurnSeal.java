package io.parley.orderflow.turn;

import io.parley.orderflow.secret.Vault;
import io.parley.session.SealedTurn;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Seals records of turns: JSON, deflated, encrypted as part of its own turn. Thread-safe. */
@Component
public final class TurnSeal {

    private final JsonMapper json;
    private final Vault vault;

    TurnSeal(JsonMapper json, Vault vault) {
        this.json = json;
        this.vault = vault;
    }

    SealedTurn seal(TurnRecord record) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(deflated, deflater)) {
            out.write(json.writeValueAsBytes(record));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        } finally {
            deflater.end();
        }
        return new SealedTurn(
                record.conversation(),
                record.turn(),
                record.campaign(),
                record.isRehearsal(),
                vault.seal(deflated.toByteArray(), context(record.conversation(), record.turn())));
    }

    /**
     * @throws IllegalStateException if it was sealed under another key or as another turn, was changed, or is no record of
     *     this version's
     */
    public TurnRecord open(SealedTurn turn) {
        byte[] deflated = vault.openBytes(turn.sealedRecord(), context(turn.conversationId(), turn.turn()));
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            return json.readValue(in.readAllBytes(), TurnRecord.class);
        } catch (IOException | JacksonException e) {
            // Not the cause: it may quote the customer.
            throw new IllegalStateException("what is recorded of the turn cannot be read by this version of Parley");
        }
    }

    private static String context(String conversation, int turn) {
        return conversation + ":" + turn;
    }
}
