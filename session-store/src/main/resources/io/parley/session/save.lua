-- KEYS: session, transcript, turns, events, archive.
-- ARGV: version, session, seconds to live, turn id or '', exchange or '', record of the turn or '', then conversation id and
-- event by turns.
-- Returns 1, or 0 and writes nothing if the stored version is not the one before.
local version = tonumber(redis.call('HGET', KEYS[1], 'version') or '0')
if version ~= tonumber(ARGV[1]) - 1 then
  return 0
end
redis.call('HSET', KEYS[1], 'version', ARGV[1], 'json', ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[3])
if ARGV[4] ~= '' then
  local length = redis.call('RPUSH', KEYS[2], ARGV[5])
  redis.call('HSET', KEYS[3], ARGV[4], length - 1)
  redis.call('EXPIRE', KEYS[2], ARGV[3])
  redis.call('EXPIRE', KEYS[3], ARGV[3])
end
if ARGV[6] ~= '' then
  redis.call('XADD', KEYS[5], '*', 'turn', ARGV[6])
end
for i = 7, #ARGV, 2 do
  redis.call('XADD', KEYS[4], '*', 'conversation', ARGV[i], 'event', ARGV[i + 1])
end
return 1
