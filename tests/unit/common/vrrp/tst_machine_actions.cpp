#include "common/vrrp/machine.h"

#include <QtTest>

#include "tests/support/vrrp/values.h"

using namespace twinhelm;
using namespace twinhelm::vrrp;
using twinhelm::test::address;
using twinhelm::test::at;
using namespace std::chrono_literals;

namespace
{

InstanceSettings plain()
{
    InstanceSettings settings;
    settings.name = "VI_1";
    settings.interface = "eth0";
    settings.virtualRouterId = Vrid{50};
    settings.advertInterval = 100s; // adverts are not what is looked at here
    settings.announce.secondBurstAfter = Duration::zero();
    VirtualAddress one;
    one.prefix = {address("10.0.0.100"), 24};
    settings.addresses = {one};
    return settings;
}

/// A master since 0 s.
struct Master {
    Master() : machine(plain(), address("224.0.0.18"))
    {
        machine.setSource(address("10.0.0.12"));
        tell(0s, event::Start{{"startup", "started"}, true});
    }
    NodeActions tell(Duration now, const MachineEvent &event)
    {
        NodeActions out;
        machine.step(at(now), event, out);
        return out;
    }
    /// How often the addresses are asked of the kernel until then, when it refuses every time.
    int triesUntil(Duration end, int &reports)
    {
        int tries = 0;
        while (machine.nextDeadline() && *machine.nextDeadline() <= at(end)) {
            const auto now = machine.nextDeadline()->time_since_epoch();
            for (const auto &action : tell(now, event::Deadline{})) {
                if (!std::holds_alternative<AddAddresses>(action))
                    continue;
                ++tries;
                reports += int(tell(now, event::AddressesApplied{true, "no such device"}).size());
            }
        }
        return tries;
    }

    Machine machine;
};

} // namespace

class TestMachineActions : public QObject
{
    Q_OBJECT

private slots:
    /// A virtual link that was removed is not there yet when its addresses are put back: they are tried again.
    void addressesThatCannotBeSetAreTriedAgain()
    {
        Master master;
        QCOMPARE(master.tell(1s, event::AddressesApplied{true, "no such device"}).size(), std::size_t(1)); // said
        QVERIFY(master.machine.nextDeadline() == at(1100ms));
        const auto again = master.tell(1100ms, event::Deadline{});
        QVERIFY(std::holds_alternative<AddAddresses>(again.at(0)));
        QVERIFY(std::holds_alternative<Announce>(again.at(1)));
        QVERIFY(master.tell(1100ms, event::AddressesApplied{true, {}}).empty());
        QVERIFY(master.machine.nextDeadline() == at(100s)); // there: only the next advert is waited for
    }

    /// Never to come (the file names a wrong device): seldom, and said once.
    void aLastingRefusalCostsLittle()
    {
        Master master;
        int reports = int(master.tell(1s, event::AddressesApplied{true, "no such device"}).size());
        QVERIFY(master.triesUntil(2s, reports) <= 4);
        QVERIFY(master.triesUntil(99s, reports) <= 7);
        QCOMPARE(reports, 1);
    }

    void aBackupDoesNotTryAgain()
    {
        Master master;
        (void)master.tell(1s, event::AddressesApplied{true, "no such device"});
        (void)master.tell(1s, event::GroupBackup{{"sync_group", ""}});
        (void)master.tell(1s, event::AddressesApplied{true, "no such device"});
        for (const auto &action : master.tell(2s, event::Deadline{}))
            QVERIFY(!std::holds_alternative<AddAddresses>(action));
    }
};

QTEST_GUILESS_MAIN(TestMachineActions)
#include "tst_machine_actions.moc"
