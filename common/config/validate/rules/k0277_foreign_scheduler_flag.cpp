#include "common/config/validate/rules/rules.h"

// svr_flag_handler of keepalived's check_parser.c looks at the scheduler that was written above the flag: sh-... and
// mh-... count for their own scheduler only. It says so unless that one is the other of the two.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &service : config.virtualServers) {
        for (const auto &flag : service.misplacedFlags) {
            const auto owner = flag->substr(0, 2); // as the words are built: sh-port, mh-fallback
            const bool above = *service.scheduler == owner;
            report(diagnostics, k0277ForeignSchedulerFlag, Severity::Error, flag.range,
                   above ? *flag + " stands above the line that chooses " + owner + "; keepalived ignores it there."
                         : *flag + " is for the scheduler " + owner + ", and this service uses " + *service.scheduler +
                               "; it is ignored.");
        }
    }
}

} // namespace

const Rule k0277ForeignSchedulerFlag{
    {"K0277", "Flag of another scheduler",
     "The flag does nothing, although the file says it does: connections go to other servers than meant.",
     "Choose the flag's scheduler in lb_algo, above the flag, or remove the flag.",
     "virtual_server 10.0.0.3 80 {\n"
     "    lb_algo rr\n"
     "    sh-port\n"
     "#   ^^^^^^^\n"
     "    lb_kind NAT\n"
     "    protocol TCP\n"
     "    real_server 10.0.0.7 80 {\n"
     "        TCP_CHECK {\n"
     "        }\n"
     "    }\n"
     "}\n",
     "virtual_server 10.0.0.3 80 {\n"
     "    lb_algo sh\n"
     "    sh-port\n"
     "    lb_kind NAT\n"
     "    protocol TCP\n"
     "    real_server 10.0.0.7 80 {\n"
     "        TCP_CHECK {\n"
     "        }\n"
     "    }\n"
     "}\n",
     Place::File},
    check,
    Scope::Block};

} // namespace twinhelm::config::rules
