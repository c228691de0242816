#include "agent/checker/override_ledger.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>

#include <boost/json.hpp>

#include "agent/store/atomic_file.h"

namespace twinhelm::agent
{

namespace
{

namespace json = boost::json;

constexpr unsigned mode = 0640;

std::string textAt(const json::object &object, std::string_view key)
{
    const auto *const value = object.if_contains(key);
    const auto *const text = value == nullptr ? nullptr : value->if_string();
    return text == nullptr ? std::string() : std::string(text->data(), text->size());
}

std::int64_t numberAt(const json::object &object, std::string_view key)
{
    const auto *const value = object.if_contains(key);
    return value != nullptr && value->is_int64() ? value->get_int64() : 0;
}

bool flagAt(const json::object &object, std::string_view key)
{
    const auto *const value = object.if_contains(key);
    return value != nullptr && value->is_bool() && value->get_bool();
}

json::object encodeOne(const health::StoredOverride &one, const OverrideLedger::Clocks &clocks)
{
    const auto &what = one.what;
    json::object out{{"service", one.of.service},
                     {"server", one.of.server},
                     {"kind", what.kind == health::Override::Kind::Drain ? "drain" : "weight"},
                     {"weight", what.weight},
                     {"reason", what.reason},
                     {"by", what.by},
                     {"since", what.since},
                     {"few_connections", what.fewConnections},
                     {"take_out", what.takeOut},
                     {"empty", what.empty}};
    if (what.expires) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(*what.expires - clocks.now);
        out["expires_at"] = clocks.wallNow + left.count();
    }
    return out;
}

health::StoredOverride decodeOne(const json::object &from, const OverrideLedger::Clocks &clocks)
{
    constexpr std::int64_t longest = std::int64_t{100} * 365 * 86400 * 1000;
    health::StoredOverride out;
    out.of = {textAt(from, "service"), textAt(from, "server")};
    auto &what = out.what;
    what.kind = textAt(from, "kind") == "drain" ? health::Override::Kind::Drain : health::Override::Kind::Weight;
    what.weight = static_cast<int>(std::clamp<std::int64_t>(numberAt(from, "weight"), 0, 65535));
    what.reason = textAt(from, "reason");
    what.by = textAt(from, "by");
    what.since = numberAt(from, "since");
    what.fewConnections =
        static_cast<std::uint32_t>(std::clamp<std::int64_t>(numberAt(from, "few_connections"), 0, 0xffffffff));
    what.takeOut = flagAt(from, "take_out");
    what.empty = flagAt(from, "empty");
    if (const auto at = numberAt(from, "expires_at"); at > 0)
        what.expires = clocks.now + std::chrono::milliseconds(std::clamp(at - clocks.wallNow, -longest, longest));
    return out;
}

} // namespace

std::string OverrideLedger::encode(const std::vector<health::StoredOverride> &overrides, const Clocks &clocks)
{
    json::array rows;
    for (const auto &one : overrides)
        rows.push_back(encodeOne(one, clocks));
    return json::serialize(json::object{{"overrides", std::move(rows)}}) + '\n';
}

Result<std::vector<health::StoredOverride>> OverrideLedger::decode(std::string_view text, const Clocks &clocks)
{
    json::error_code bad;
    const auto value = json::parse({text.data(), text.size()}, bad);
    const auto *const object = bad ? nullptr : value.if_object();
    const auto *const found = object == nullptr ? nullptr : object->if_contains("overrides");
    const auto *const rows = found == nullptr ? nullptr : found->if_array();
    if (rows == nullptr)
        return fail("A0386", "the file of operators' weights and drains makes no sense",
                    "set them again; the file is then written anew");
    std::vector<health::StoredOverride> out;
    for (const auto &row : *rows) {
        if (const auto *const one = row.if_object())
            out.push_back(decodeOne(*one, clocks));
    }
    return out;
}

Result<std::vector<health::StoredOverride>> OverrideLedger::read(const Clocks &clocks) const
{
    std::ifstream file(path_, std::ios::binary);
    if (!file)
        return {};
    std::ostringstream text;
    text << file.rdbuf();
    auto out = decode(text.str(), clocks);
    if (!out)
        return fail(out.error().code, out.error().what + ": " + path_, out.error().mend);
    return out;
}

Result<void> OverrideLedger::write(const std::vector<health::StoredOverride> &overrides, const Clocks &clocks) const
{
    return store::writeAtomically(path_, encode(overrides, clocks), mode);
}

} // namespace twinhelm::agent
