#include <algorithm>

#include "common/config/model/read_service.h"
#include "common/config/model/timing_fields.h"
#include "common/config/schema/names.h"

// SMTP, DNS, MISC, UDP, FILE and BFD: what each has beside the common words.
namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

void readHost(SmtpCheck &check, const Statement &block)
{
    auto &host = check.hosts.emplace_back();
    host.range = block.line().range();
    smtpHostFields().readAll(host, block);
}

void showHosts(const SmtpCheck &check, std::string_view name, Outline &out)
{
    for (const auto &host : check.hosts) {
        auto &block = showBlock(out, name);
        block.many = true;
        smtpHostFields().show(host, block.items);
    }
}

/// Every word behind the keyword as one, in lower case but for the wildcard XX.
std::string hexDigits(const Statement &statement)
{
    std::string out;
    for (const auto &word : statement.words.subspan(1))
        out += word.text;
    return out;
}

SourceRange argumentsRange(const Statement &statement)
{
    const auto &words = statement.words;
    const auto &first = words[words.size() > 1 ? 1 : 0].range;
    return {first.file, first.begin, words.back().range.end};
}

void readPayload(UdpCheck &check, const Statement &statement)
{
    check.payload.set(hexDigits(statement), argumentsRange(statement));
}

void readReply(UdpCheck &check, const Statement &statement)
{
    takeFlag(check.requireReply, statement);
    if (statement.argument())
        check.reply.set(hexDigits(statement), argumentsRange(statement));
}

void showReply(const UdpCheck &check, std::string_view name, Outline &out)
{
    if (*check.requireReply)
        show(out, name, check.reply.given ? std::vector<Term>{term(*check.reply)} : std::vector<Term>{});
}

void showFileWeight(const FileCheck &check, std::string_view name, Outline &out)
{
    if (!check.weight.given)
        return;
    show(out, name, {keyed("value", term(*check.weight))});
    if (check.reverse.given)
        out.back().terms.push_back(flagTerm(*check.reverse ? names::reverse : names::noreverse));
}

} // namespace

const FieldTable<SmtpHost> &smtpHostFields()
{
    using S = SmtpHost;
    using N = CheckConnection;
    static const FieldTable<S> table("virtual_server/real_server/SMTP_CHECK/host", [] {
        std::vector<Field<S>> fields{
            inherited<&S::connection, &N::address>(names::connectIp),
            inherited<&S::connection, &N::port>(names::connectPort),
            inherited<&S::connection, &N::bindAddress>(names::bindto),
            inherited<&S::connection, &N::bindPort>(names::bindPort),
            inherited<&S::connection, &N::bindInterface>(names::bindIf),
            inherited<&S::connection, &N::fwmark>(names::fwmark),
            inherited<&S::connectTimeout>(names::connectTimeout),
            inherited<&S::options, &CheckOptions::alpha>(names::alpha),
            inherited<&S::options, &CheckOptions::logAllFailures>(names::logAllFailures),
        };
        const auto timing = timingFields<&S::options, &CheckOptions::timing>();
        fields.insert(fields.end(), timing.begin(), timing.end());
        return fields;
    }());
    return table;
}

const FieldTable<SmtpCheck> &smtpCheckFields()
{
    using S = SmtpCheck;
    static const FieldTable<S> table("virtual_server/real_server/SMTP_CHECK",
                                     {inherited<&S::heloName>(names::heloName), {names::host, readHost, showHosts}});
    return table;
}

const FieldTable<DnsCheck> &dnsCheckFields()
{
    using S = DnsCheck;
    static const FieldTable<S> table("virtual_server/real_server/DNS_CHECK",
                                     {field<&S::type>(names::type), field<&S::name>(names::name)});
    return table;
}

const FieldTable<MiscCheck> &miscCheckFields()
{
    using S = MiscCheck;
    static const FieldTable<S> table(
        "virtual_server/real_server/MISC_CHECK",
        {
            inherited<&S::command>(names::miscPath),
            inherited<&S::timeout>(names::miscTimeout),
            flag<&S::dynamic>(names::miscDynamic),
            {names::user, [](S &s, const Statement &from) { takeUser(s.user, s.group, from); },
             [](const S &s, std::string_view name, Outline &out) { showUser(out, name, s.user, s.group); }},
        });
    return table;
}

const FieldTable<UdpCheck> &udpCheckFields()
{
    using S = UdpCheck;
    static const FieldTable<S> table(
        "virtual_server/real_server/UDP_CHECK",
        {
            {names::payload, readPayload,
             [](const S &s, std::string_view name, Outline &out) { showGiven(out, name, s.payload); }},
            {names::requireReply, readReply, showReply},
            field<&S::leastReply>(names::minReplyLength),
            field<&S::mostReply>(names::maxReplyLength),
        });
    return table;
}

const FieldTable<FileCheck> &fileCheckFields()
{
    using S = FileCheck;
    static const FieldTable<S> table(
        "virtual_server/real_server/FILE_CHECK",
        {
            inherited<&S::file>(names::trackFile),
            {names::weight, [](S &s, const Statement &from) { takeWeight(s.weight, s.reverse, from); }, showFileWeight},
        });
    return table;
}

const FieldTable<BfdCheck> &bfdCheckFields()
{
    static const FieldTable<BfdCheck> table("virtual_server/real_server/BFD_CHECK",
                                            {inherited<&BfdCheck::name>(names::name)});
    return table;
}

} // namespace twinhelm::config::model
