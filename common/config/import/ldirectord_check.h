#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/config/import/ldirectord_file.h"
#include "common/config/model/virtual_server.h"

namespace twinhelm::config::import
{

/// How the servers of one virtual= are checked, as keepalived's checkers.
class LdirectordCheck
{
public:
    LdirectordCheck(const LdirectordService &service, const std::vector<Setting> &global,
                    const model::VirtualServer &server, ImportResult &result);

    /// Whether a setting of a virtual= is looked at here.
    [[nodiscard]] static bool knows(std::string_view name);

    /// Gives `real` its checker. `own`: the request and the answer that its line has behind the weight.
    void apply(model::RealServer &real, const std::vector<Piece> &own);

private:
    [[nodiscard]] std::string_view value(std::string_view name) const;
    [[nodiscard]] std::string serviceName() const;
    void readTries(const std::vector<Setting> &global);
    [[nodiscard]] model::Check connectCheck() const;
    [[nodiscard]] model::Check httpCheck(bool secure, std::string_view request, std::string_view receive) const;
    [[nodiscard]] model::Check externalCheck(const model::RealServer &real) const;
    [[nodiscard]] model::Check dnsCheck(std::string_view request) const;
    [[nodiscard]] model::Check negotiate(const std::vector<Piece> &own);
    void addCommon(model::Check &check) const;
    void warnOnce(std::string_view code, Severity severity, std::string message);

    const LdirectordService &service_;
    const model::VirtualServer &server_;
    ImportResult &result_;
    SourceRange range_;
    Duration timeout_;
    unsigned retries_ = 0;
    bool warned_ = false;
};

} // namespace twinhelm::config::import
