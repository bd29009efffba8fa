-- KEYS: session, transcript, turns. ARGV: a turn id, or ''.
-- Returns nothing, the session, or the session and the exchange of that turn.
local session = redis.call('HGET', KEYS[1], 'json')
if not session then
  return {}
end
if ARGV[1] ~= '' then
  local place = redis.call('HGET', KEYS[3], ARGV[1])
  if place then
    return {session, redis.call('LINDEX', KEYS[2], place)}
  end
end
return {session}
