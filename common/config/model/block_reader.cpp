#include "common/config/model/block_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/config/model/read_value.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

bool inRange(const Statement &statement, double number)
{
    const auto *keyword = statement.known();
    return !keyword || !keyword->hasRange || (number >= keyword->min && number <= keyword->max);
}

template<typename T>
void takeInteger(Value<T> &value, const Statement &statement)
{
    const auto *word = statement.argument();
    auto number = word ? readInteger(word->text) : std::nullopt;
    if (!number)
        return;
    const auto *keyword = statement.known();
    if (keyword && keyword->hasRange && keyword->misfit == schema::Misfit::Nearest)
        number = std::clamp(*number, static_cast<long long>(keyword->min), static_cast<long long>(keyword->max));
    if (keyword && keyword->zeroIsOne && *number == 0)
        number = 1;
    if (std::in_range<T>(*number) && inRange(statement, static_cast<double>(*number)))
        value.set(static_cast<T>(*number), word->range);
}

} // namespace

void take(Value<int> &value, const Statement &statement)
{
    takeInteger(value, statement);
}

void take(Value<std::uint16_t> &value, const Statement &statement)
{
    takeInteger(value, statement);
}

void take(Value<unsigned> &value, const Statement &statement)
{
    takeInteger(value, statement);
}

void take(Value<Duration> &value, const Statement &statement)
{
    const auto *word = statement.argument();
    const auto time = word ? readSeconds(word->text) : std::nullopt;
    if (time && *time >= Duration::zero() && inRange(statement, std::chrono::duration<double>(*time).count()))
        value.set(*time, word->range);
}

void take(Value<bool> &value, const Statement &statement)
{
    const auto *word = statement.argument();
    if (!word)
        value.set(true, statement.words.front().range);
    else if (const auto truth = readBool(word->text))
        value.set(*truth, word->range);
}

void takeFlag(Value<bool> &value, const Statement &statement)
{
    value.set(true, statement.words.front().range);
}

void take(Value<std::string> &value, const Statement &statement)
{
    if (const auto *word = statement.argument())
        value.set(std::string(word->text), word->range);
}

void take(Value<IpAddress> &value, const Statement &statement)
{
    const auto *word = statement.argument();
    if (const auto address = word ? readAddress(word->text) : std::nullopt)
        value.set(*address, word->range);
}

namespace
{

void setGroup(Value<std::string> &group, std::string text, SourceRange range)
{
    if (text.starts_with(':'))
        text.erase(0, 1);
    group.set(std::move(text), range);
}

} // namespace

void take(Value<Command> &value, const Statement &statement)
{
    if (value.given)
        return;
    const auto words = splitCommandWords(statement.line());
    if (words.size() < 2)
        return;
    Command command;
    if (words[1].quoted)
        command.argv = splitArguments(words[1].text);
    else
        command.argv = {words[1].text};
    if (command.argv.empty())
        return;
    if (words.size() > 2)
        command.user.set(words[2].text, words[2].range);
    if (words.size() > 3)
        setGroup(command.group, words[3].text, words[3].range);
    value.set(std::move(command), words[1].range);
}

namespace
{

/// NAME [weight N] [reverse|noreverse]; keepalived ignores the line when it has other words.
std::optional<TrackEntry> readTrackEntry(const Statement &entry)
{
    TrackEntry track;
    track.range = entry.line().range();
    track.name.set(std::string(entry.keyword()), entry.words.front().range);
    for (std::size_t i = 1; i < entry.words.size(); ++i) {
        const auto &word = entry.words[i];
        if (word.text == names::weight && i + 1 < entry.words.size()) {
            ++i;
            if (const auto number = readInteger(entry.words[i].text); number && std::abs(*number) <= 254)
                track.weight.set(static_cast<int>(*number), entry.words[i].range);
        } else if (word.text == names::reverse || word.text == names::noreverse) {
            track.reverse.set(word.text == names::reverse, word.range);
        } else if (word.text != names::weight) {
            return std::nullopt;
        }
    }
    return track;
}

} // namespace

void take(std::vector<TrackEntry> &entries, const Statement &statement)
{
    forEachStatement(statement.expanded, statement.tree, statement.index, [&](const Statement &entry) {
        if (auto track = readTrackEntry(entry))
            entries.push_back(std::move(*track));
    });
}

void take(std::vector<Value<std::string>> &list, const Statement &statement)
{
    forEachStatement(statement.expanded, statement.tree, statement.index, [&](const Statement &entry) {
        for (const auto &word : entry.words)
            list.emplace_back(std::string(word.text), word.range);
    });
}

void takeUser(Value<std::string> &user, Value<std::string> &group, const Statement &statement)
{
    take(user, statement);
    if (const auto *word = statement.argument(2))
        setGroup(group, std::string(word->text), word->range);
}

bool take(Notify &notify, const Statement &statement)
{
    static constexpr std::array<std::pair<std::string_view, Value<Command> Notify::*>, 7> commands{{
        {names::notify, &Notify::any},
        {names::notifyBackup, &Notify::backup},
        {names::notifyMaster, &Notify::master},
        {names::notifyFault, &Notify::fault},
        {names::notifyStop, &Notify::stop},
        {names::notifyDeleted, &Notify::deleted},
        {names::notifyMasterRxLowerPri, &Notify::masterHearsLowerPriority},
    }};
    for (const auto &[keyword, member] : commands) {
        if (statement.keyword() == keyword) {
            if ((notify.*member).given)
                notify.repeated.push_back(statement.line().range());
            take(notify.*member, statement);
            return true;
        }
    }
    if (statement.keyword() == names::notifyPriorityChanges)
        take(notify.priorityChanges, statement);
    else if (statement.keyword() == names::smtpAlert)
        take(notify.smtpAlert, statement);
    else
        return false;
    return true;
}

} // namespace twinhelm::config::model
