#include "common/config/model/take.h"

#include "common/config/model/read_value.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

void takeTime(Value<Duration> &value, const Statement &statement, Duration unit)
{
    const auto *word = statement.argument();
    const auto number = word ? readDecimal(word->text) : std::nullopt;
    const auto *keyword = statement.known();
    if (!number || *number < 0)
        return;
    if (keyword && keyword->hasRange && (*number < keyword->min || *number > keyword->max))
        return;
    value.set(std::chrono::duration_cast<Duration>(*number * std::chrono::duration<double, Duration::period>(unit)),
              word->range);
}

} // namespace

void take(Value<Secret> &value, const Statement &statement)
{
    if (const auto *word = statement.argument())
        value.set(Secret(std::string(word->text)), word->range);
}

void take(Value<Prefix> &value, const Statement &statement)
{
    const auto *word = statement.argument();
    if (const auto prefix = word ? readPrefix(word->text) : std::nullopt)
        value.set(*prefix, word->range);
}

void takeMilliseconds(Value<Duration> &value, const Statement &statement)
{
    takeTime(value, statement, std::chrono::milliseconds(1));
}

void takeMicroseconds(Value<Duration> &value, const Statement &statement)
{
    takeTime(value, statement, std::chrono::microseconds(1));
}

void takeOptional(Value<std::string> &value, const Statement &statement)
{
    if (const auto *word = statement.argument())
        value.set(std::string(word->text), word->range);
    else
        value.set({}, statement.words.front().range);
}

void takeWords(std::vector<Value<std::string>> &list, const Statement &statement)
{
    for (const auto &word : statement.words.subspan(1))
        list.emplace_back(std::string(word.text), word.range);
}

void takeWeight(Value<int> &weight, Value<bool> &reverse, const Statement &statement)
{
    take(weight, statement);
    const auto *word = statement.argument(2);
    if (word && (word->text == names::reverse || word->text == names::noreverse))
        reverse.set(word->text == names::reverse, word->range);
}

} // namespace twinhelm::config::model
