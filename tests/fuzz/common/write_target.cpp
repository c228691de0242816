#include <string>

#include <boost/json/parse.hpp>

#include "common/config/import/import_ipvsadm.h"
#include "common/config/import/import_ldirectord.h"
#include "common/config/load.h"
#include "common/config/lower/lower_balancer.h"
#include "common/config/write/json_model.h"
#include "common/config/write/minimal.h"
#include "common/config/write/normalised.h"
#include "tests/fuzz/common/targets.h"
#include "tests/fuzz/promise.h"

namespace twinhelm::fuzz
{

namespace
{

void checkImport(const config::ImportResult &result, std::string_view input)
{
    for (const auto &finding : result.diagnostics)
        promise(finding.range.begin <= finding.range.end && finding.range.end <= input.size(),
                "a finding of an import lies in the text");
    (void)config::loadText(result.config, "lb01");
}

} // namespace

void writeTarget(std::string_view input)
{
    const auto node = config::loadText(input, "lb01");
    (void)config::normalisedText(node.model);
    (void)config::lowerBalancer(node.model);
    (void)config::minimalText(input);
    boost::system::error_code error;
    (void)boost::json::parse(config::jsonModel(node.model), error);
    promise(!error, "the JSON model is JSON");
    checkImport(config::importIpvsadm(input), input);
    checkImport(config::importLdirectord(input), input);
}

} // namespace twinhelm::fuzz
