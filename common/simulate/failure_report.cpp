#include "common/simulate/failure_report.h"

#include <chrono>

#include <boost/json.hpp>

#include "common/base/joined.h"
#include "common/simulate/report.h"

namespace twinhelm::simulate
{

namespace
{

namespace json = boost::json;

std::string seconds(Duration time)
{
    return secondsText(TimePoint(time)) + " s";
}

std::string orNobody(const std::string &node)
{
    return node.empty() ? "nobody" : node;
}

std::string addressesText(const Fate &fate)
{
    std::vector<std::string> all;
    for (const auto &address : fate.addresses)
        all.push_back(address.toString());
    return joined(all, ", ");
}

std::string duringText(const Fate &fate)
{
    if (fate.during.empty())
        return "nobody holds it";
    if (fate.during.size() > 1)
        return "split brain: " + joined(fate.during, " and ") + " hold it";
    if (!fate.moves())
        return "stays on " + fate.before;
    return orNobody(fate.before) + " -> " + fate.during.front() + " after " + seconds(*fate.without);
}

std::string afterText(const Fate &fate)
{
    const bool same = fate.during.size() == 1 && fate.after == fate.during.front();
    if (same)
        return fate.moves() ? "; stays there when mended" : "";
    return "; when mended on " + orNobody(fate.after) +
           (fate.withoutOnReturn > Duration::zero() ? ", without for " + seconds(fate.withoutOnReturn) : "");
}

double number(Duration time)
{
    return std::chrono::duration<double>(time).count();
}

json::object fateObject(const Fate &fate)
{
    json::array addresses;
    for (const auto &address : fate.addresses)
        addresses.emplace_back(address.toString());
    json::object out{{"addresses", std::move(addresses)}, {"before", fate.before}};
    out["during"] = json::array(fate.during.begin(), fate.during.end());
    out["after"] = fate.after;
    if (fate.without)
        out["without"] = number(*fate.without);
    out["without_on_return"] = number(fate.withoutOnReturn);
    return out;
}

} // namespace

std::string reportText(const FailureTable &table, const std::vector<std::string> &assumptions)
{
    std::string out;
    for (const auto &assumption : assumptions)
        out += "Assumed: " + assumption + ".\n";
    for (const auto &row : table.rows) {
        out += words(row.failure) + '\n';
        for (const auto &fate : row.fates)
            out += "    " + addressesText(fate) + ": " + duringText(fate) + afterText(fate) + '\n';
    }
    if (!table.complete)
        out += "There is more that can fail; only the first " + std::to_string(table.rows.size()) + " were tried.\n";
    return out;
}

std::string reportJson(const FailureTable &table, const std::vector<std::string> &assumptions)
{
    json::array rows;
    for (const auto &row : table.rows) {
        json::array fates;
        for (const auto &fate : row.fates)
            fates.push_back(fateObject(fate));
        rows.push_back(json::object{{"failure", words(row.failure)},
                                    {"node", row.failure.node},
                                    {"name", row.failure.name},
                                    {"fates", std::move(fates)}});
    }
    json::object all{{"complete", table.complete}};
    all["assumptions"] = json::array(assumptions.begin(), assumptions.end());
    all["failures"] = std::move(rows);
    return json::serialize(all) + '\n';
}

} // namespace twinhelm::simulate
