#include "common/config/model/read_service.h"
#include "common/config/model/timing_fields.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

constexpr ChoiceWords<Check::Kind, 10> kinds{{{names::tcpCheck, Check::Kind::Tcp},
                                              {names::httpGet, Check::Kind::Http},
                                              {names::sslGet, Check::Kind::Ssl},
                                              {names::smtpCheck, Check::Kind::Smtp},
                                              {names::dnsCheck, Check::Kind::Dns},
                                              {names::miscCheck, Check::Kind::Misc},
                                              {names::udpCheck, Check::Kind::Udp},
                                              {names::pingCheck, Check::Kind::Ping},
                                              {names::fileCheck, Check::Kind::File},
                                              {names::bfdCheck, Check::Kind::Bfd}}};

std::string pathOf(Check::Kind kind)
{
    return "virtual_server/real_server/" + std::string(checkKeyword(kind));
}

std::vector<Field<Check>> allFields()
{
    using C = Check;
    using N = CheckConnection;
    std::vector<Field<C>> fields{
        inherited<&C::connection, &N::address>(names::connectIp),
        inherited<&C::connection, &N::port>(names::connectPort),
        inherited<&C::connection, &N::bindAddress>(names::bindto),
        inherited<&C::connection, &N::bindPort>(names::bindPort),
        inherited<&C::connection, &N::bindInterface>(names::bindIf),
        field<&C::connection, &N::fwmark>(names::fwmark),
        inherited<&C::connectTimeout>(names::connectTimeout),
    };
    const auto timing = timingFields<&C::options, &CheckOptions::timing>();
    fields.insert(fields.end(), timing.begin(), timing.end());
    fields.push_back(inherited<&C::options, &CheckOptions::alpha>(names::alpha));
    fields.push_back(inherited<&C::options, &CheckOptions::logAllFailures>(names::logAllFailures));
    return fields;
}

template<typename T>
void readOwn(Check &check, const FieldTable<T> &own, const Statement &block)
{
    check.own.emplace<Rare<T>>();
    const auto &common = checkFields(check.kind);
    forEachStatement(block.expanded, block.tree, block.index, [&](const Statement &statement) {
        if (!common.read(check, statement))
            own.read(check.edit<T>(), statement);
    });
}

template<typename T>
void showOwn(Outline &out, const Check &check, const FieldTable<T> &own)
{
    if (const auto *held = check.as<T>())
        own.show(*held, out);
}

} // namespace

std::optional<Check::Kind> checkKind(std::string_view keyword)
{
    for (const auto &[name, kind] : kinds) {
        if (keyword == name)
            return kind;
    }
    return std::nullopt;
}

std::string_view checkKeyword(Check::Kind kind)
{
    return wordFor(kinds, kind);
}

const FieldTable<Check> &checkFields(Check::Kind kind)
{
    static const std::vector<FieldTable<Check>> tables = [] {
        std::vector<FieldTable<Check>> out;
        for (const auto &[name, one] : kinds)
            out.emplace_back(pathOf(one), allFields());
        return out;
    }();
    return tables.at(static_cast<std::size_t>(kind));
}

Check readCheck(Check::Kind kind, const Statement &block)
{
    Check check;
    check.kind = kind;
    check.range = block.line().range();
    switch (kind) {
    case Check::Kind::Tcp:
    case Check::Kind::Ping: checkFields(kind).readAll(check, block); break;
    case Check::Kind::Http:
    case Check::Kind::Ssl: readOwn(check, httpCheckFields(kind), block); break;
    case Check::Kind::Smtp: readOwn(check, smtpCheckFields(), block); break;
    case Check::Kind::Dns: readOwn(check, dnsCheckFields(), block); break;
    case Check::Kind::Misc: readOwn(check, miscCheckFields(), block); break;
    case Check::Kind::Udp: readOwn(check, udpCheckFields(), block); break;
    case Check::Kind::File: readOwn(check, fileCheckFields(), block); break;
    case Check::Kind::Bfd: readOwn(check, bfdCheckFields(), block); break;
    }
    return check;
}

void showCheck(Outline &out, const Check &check)
{
    auto &block = showBlock(out, checkKeyword(check.kind));
    block.many = true;
    checkFields(check.kind).show(check, block.items);
    switch (check.kind) {
    case Check::Kind::Tcp:
    case Check::Kind::Ping: break;
    case Check::Kind::Http:
    case Check::Kind::Ssl: showOwn(block.items, check, httpCheckFields(check.kind)); break;
    case Check::Kind::Smtp: showOwn(block.items, check, smtpCheckFields()); break;
    case Check::Kind::Dns: showOwn(block.items, check, dnsCheckFields()); break;
    case Check::Kind::Misc: showOwn(block.items, check, miscCheckFields()); break;
    case Check::Kind::Udp: showOwn(block.items, check, udpCheckFields()); break;
    case Check::Kind::File: showOwn(block.items, check, fileCheckFields()); break;
    case Check::Kind::Bfd: showOwn(block.items, check, bfdCheckFields()); break;
    }
}

} // namespace twinhelm::config::model
