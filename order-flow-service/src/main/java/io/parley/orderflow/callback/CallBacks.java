package io.parley.orderflow.callback;

import io.parley.contracts.chat.CallBackView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Call-back requests, in the database. */
@Component
public final class CallBacks {

    private static final int LISTED = 500;

    private final JdbcClient database;

    CallBacks(JdbcClient database) {
        this.database = database;
    }

    public void record(CallBackView request) {
        database.sql("""
                        insert into call_backs (id, conversation_id, campaign, phone, name, note, reason, requested_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(UUID.randomUUID().toString())
                .param(request.conversationId())
                .param(request.campaign())
                .param(request.phone())
                .param(request.name())
                .param(request.note())
                .param(request.reason())
                .param(request.requestedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest requests, newest first. */
    public List<CallBackView> latest() {
        return database.sql("select * from call_backs order by requested_at desc limit ?")
                .param(LISTED)
                .query((row, number) -> read(row))
                .list();
    }

    private static CallBackView read(ResultSet row) throws SQLException {
        return new CallBackView(
                row.getString("conversation_id"),
                row.getString("campaign"),
                row.getString("phone"),
                row.getString("name"),
                row.getString("note"),
                row.getString("reason"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant());
    }
}
