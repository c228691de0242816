#include "tests/demo/demo_pair.h"

#include "tests/lab/config_text.h"
#include "tests/lab/services.h"

namespace twinhelm::demo
{

namespace
{

lab::LabOptions withDesk(lab::LabOptions options)
{
    options.deskHost = true;
    return options;
}

lab::EngineOptions engineOptions(const std::string &node)
{
    lab::EngineOptions options;
    options.configId = node;
    options.listen = "0.0.0.0:7443";
    return options;
}

} // namespace

DemoPair::DemoPair(lab::LabOptions options, std::string (*configOf)(const std::string &node))
    : lab_(withDesk(std::move(options))), lb1Config_(configOf(lab_.lb1().name())),
      lb2Config_(configOf(lab_.lb2().name())), sshKey_(lab::labKey(lab_))
{
    for (auto *balancer : {&lab_.lb1(), &lab_.lb2()})
        services_.push_back(lab::startSshServer(lab_, *balancer));
    if (lab_.options().web) {
        services_.push_back(lab::startWebServer(lab_.web1(), lab_.web1().name()));
        services_.push_back(lab::startWebServer(lab_.web2(), lab_.web2().name()));
        for (auto *balancer : {&lab_.lb1(), &lab_.lb2()})
            services_.push_back(
                lab::startReverseProxy(*balancer, {lab_.options().web1.back, lab_.options().web2.back}));
    }
    lb1_ = std::make_unique<lab::Engine>(lab_.lb1(), lab::EngineKind::Twinhelm, lb1Config_,
                                         engineOptions(lab_.lb1().name()));
    lb2_ = std::make_unique<lab::Engine>(lab_.lb2(), lab::EngineKind::Twinhelm, lb2Config_,
                                         engineOptions(lab_.lb2().name()));
    answer1_ = std::make_unique<lab::Responder>(lab_.lb1());
    answer2_ = std::make_unique<lab::Responder>(lab_.lb2());
    meter_ = std::make_unique<lab::OutageMeter>(lab_.client(), lab_.options().vip);
}

std::unique_ptr<DemoPair> DemoPair::nginxPair()
{
    return std::make_unique<DemoPair>(lab::LabOptions::seed000(), lab::seed000);
}

std::unique_ptr<DemoPair> DemoPair::hotStandby()
{
    return std::make_unique<DemoPair>(lab::LabOptions::seed004(), lab::seed004);
}

const std::string &DemoPair::configOf(const std::string &node) const
{
    return node == lab_.options().lb1.name ? lb1Config_ : lb2Config_;
}

std::string DemoPair::knownHosts()
{
    return lab::knownHostLine(lab_.lb1(), lab_.options().lb1.address) + '\n' +
           lab::knownHostLine(lab_.lb2(), lab_.options().lb2.address) + '\n';
}

std::string DemoPair::vipHolder()
{
    const bool first = lab_.lb1().holds(lab_.options().vip);
    const bool second = lab_.lb2().holds(lab_.options().vip);
    if (first == second)
        return {};
    return first ? lab_.lb1().name() : lab_.lb2().name();
}

} // namespace twinhelm::demo
