#include <QtTest>

#include "agent/vrrp/adoption.h"

using namespace twinhelm;
using namespace twinhelm::agent;

class tst_Adoption : public QObject
{
    Q_OBJECT

private slots:
    void afterACrashTheInstanceGoesOn();
    void whoWasSilentForTooLongIsNotAdopted();
    void aStaticAddressStays();
    void inAnotherLifeEverythingIsAnOrphan();
    void whatTheConfigurationNoLongerHasIsAnOrphan();
    void whoDidNotBecomeMasterLosesItsAddresses();
};

namespace
{

vrrp::NodeSettings settings()
{
    vrrp::NodeSettings out;
    out.instances.emplace_back();
    auto &instance = out.instances.back();
    instance.name = "VI_1";
    instance.interface = "eth0";
    instance.addresses.emplace_back();
    instance.addresses.back().prefix = *Prefix::parse("10.0.0.3/24");
    instance.excludedAddresses.emplace_back();
    instance.excludedAddresses.back().prefix = *Prefix::parse("fd00::3/64");
    instance.excludedAddresses.back().device = "eth1";
    return out;
}

HeldAddress held(const char *interface, const char *prefix, const char *instance = "VI_1")
{
    HeldAddress out;
    out.interface = interface;
    out.instance = instance;
    out.address.prefix = *Prefix::parse(prefix);
    return out;
}

} // namespace

void tst_Adoption::afterACrashTheInstanceGoesOn()
{
    const auto plan = planAdoption(settings(), {held("eth0", "10.0.0.3/24"), held("eth1", "fd00::3/64")}, true);
    QCOMPARE(plan.instances, std::vector<std::string>{"VI_1"});
    QCOMPARE(plan.adopted.size(), std::size_t{2});
    QVERIFY(plan.orphans.empty());
}

void tst_Adoption::whoWasSilentForTooLongIsNotAdopted()
{
    auto wanted = settings();
    wanted.instances[0].advertInterval = std::chrono::seconds(1);
    wanted.instances.push_back(wanted.instances[0]);
    wanted.instances[1].name = "VI_2";
    wanted.instances[1].addresses[0].prefix = *Prefix::parse("10.0.0.4/24");
    wanted.instances[1].advertInterval = std::chrono::milliseconds(100);
    const std::vector leftovers{held("eth0", "10.0.0.3/24"), held("eth0", "10.0.0.4/24", "VI_2")};
    const auto after = [&](int milliseconds) {
        return planAdoption(wanted, leftovers, true, std::chrono::milliseconds(milliseconds)).instances;
    };
    QCOMPARE(after(199), (std::vector<std::string>{"VI_1", "VI_2"}));
    QCOMPARE(after(200), std::vector<std::string>{"VI_1"});
    QCOMPARE(after(1999), std::vector<std::string>{"VI_1"});
    QVERIFY(after(2000).empty());
    wanted.instances[0].downTimerAdverts = 1;
    QVERIFY(after(300).empty());
    QVERIFY(planAdoption(wanted, leftovers, true, Duration::max()).instances.empty());
}

void tst_Adoption::aStaticAddressStays()
{
    auto wanted = settings();
    wanted.statics.addresses.emplace_back();
    wanted.statics.addresses.back().prefix = *Prefix::parse("10.7.0.1/24");
    wanted.statics.addresses.back().device = "eth2";
    const std::vector leftovers{held("eth2", "10.7.0.1/24", ""), held("eth3", "10.7.0.1/24", "")};
    const auto plan = planAdoption(wanted, leftovers, true);
    QVERIFY(plan.adopted.empty());
    QCOMPARE(plan.orphans.size(), std::size_t{1}); // the one on an interface it is no more wanted on
    QCOMPARE(plan.orphans.front().interface, std::string("eth3"));
    QCOMPARE(planAdoption(wanted, leftovers, false).orphans.size(), std::size_t{2});
}

void tst_Adoption::inAnotherLifeEverythingIsAnOrphan()
{
    const auto plan = planAdoption(settings(), {held("eth0", "10.0.0.3/24")}, false);
    QVERIFY(plan.instances.empty());
    QCOMPARE(plan.orphans.size(), std::size_t{1});
}

void tst_Adoption::whatTheConfigurationNoLongerHasIsAnOrphan()
{
    const std::vector<HeldAddress> leftovers{held("eth0", "10.0.0.4/24"), held("eth1", "10.0.0.3/24"),
                                             held("eth0", "10.0.0.3/32"), held("eth0", "10.0.0.3/24", "VI_9")};
    const auto plan = planAdoption(settings(), leftovers, true);
    QVERIFY(plan.instances.empty());
    QVERIFY(plan.orphans == leftovers);
}

void tst_Adoption::whoDidNotBecomeMasterLosesItsAddresses()
{
    const auto plan = planAdoption(settings(), {held("eth0", "10.0.0.3/24")}, true);
    vrrp::NodeStatus status;
    status.instances.emplace_back();
    status.instances.back().name = "VI_1";
    status.instances.back().state = vrrp::State::Fault;
    QCOMPARE(plan.orphansOf(status).size(), std::size_t{1});
    status.instances.back().state = vrrp::State::Master;
    QVERIFY(plan.orphansOf(status).empty());
    QCOMPARE(plan.orphansOf({}).size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(tst_Adoption)
#include "tst_adoption.moc"
