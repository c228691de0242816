#include <filesystem>
#include <fstream>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <set>
#include <thread>

#include "tests/lab/address_watch.h"
#include "tests/lab/engine.h"
#include "tests/lab/lab_test.h"

using namespace twinhelm::lab;

namespace
{

/// Lines first..last of a seed's page, counted from 1; of a single line what stands between two marks.
std::string pageText(const std::string &number, int first, int last, const std::string &from = {},
                     const std::string &until = {})
{
    std::string part;
    for (const auto &entry : std::filesystem::directory_iterator(TWINHELM_SOURCE_DIR "/../shared/seeds")) {
        if (!entry.path().filename().string().starts_with(number))
            continue;
        std::ifstream in(entry.path());
        int at = 0;
        for (std::string line; std::getline(in, line);) {
            if (++at >= first && at <= last)
                part += line + "\n";
        }
    }
    if (from.empty())
        return part;
    const auto begin = part.find(from) + from.size();
    return part.substr(begin, part.find(until, begin) - begin);
}

/// The page's configuration as `twinhelmctl repair` gives it back; throws when nothing comes of it.
std::string repaired(Node &node, const std::string &text)
{
    node.writeFile("/root-page.txt", text);
    const auto outcome =
        node.run({ownProgram("twinhelmctl"), "repair", "--yes", "-o", "/root-page.conf", "/root-page.txt"});
    if (outcome.exitCode != 0 && outcome.exitCode != 1)
        throw std::runtime_error("repair: " + outcome.output);
    return node.readFile("/root-page.conf");
}

/// Balancers with engines of a team (T twinhelmd, K keepalived), each with its own file.
class Stage
{
public:
    Stage(LabOptions options, std::string team) : lab(std::move(options)), team_(std::move(team))
    {
        nodes_ = {&lab.lb1(), &lab.lb2()};
        if (team_.size() == 3)
            nodes_.push_back(&lab.lb3());
        engines_.resize(nodes_.size());
        files.resize(nodes_.size());
        for (auto *node : nodes_)
            watches_.push_back(std::make_unique<AddressWatch>(*node));
    }
    void start(std::size_t index)
    {
        const auto kind = team_[index] == 'K' ? EngineKind::Keepalived : EngineKind::Twinhelm;
        engines_[index].emplace(*nodes_[index], kind, files[index]);
    }
    void stop(std::size_t index)
    {
        must(engines_[index]->stop() == 0, "an engine did not end well");
        engines_[index].reset();
    }
    void must(bool holds, const std::string &otherwise) const
    {
        if (!holds)
            throw std::runtime_error(otherwise + "\n" + lab.logs());
    }
    Node &node(std::size_t index) { return *nodes_[index]; }

    /// Waits until the address is on that node and on no other, then watches for a second that it stays so.
    void mustHold(const std::string &address, std::size_t who, const std::string &when)
    {
        must(eventually([&] { return holders(address) == std::set{who}; }, Millis(10000)),
             when + ": " + address + " does not come to node " + std::to_string(who + 1));
        const auto since = Clock::now();
        std::this_thread::sleep_for(Millis(1000));
        for (std::size_t i = 0; i < nodes_.size(); ++i)
            must(i == who ? watches_[i]->heldSince(address, since) : !watches_[i]->everHeldSince(address, since),
                 when + ": " + address + " does not stay on node " + std::to_string(who + 1));
    }
    [[nodiscard]] std::set<std::size_t> holders(const std::string &address) const
    {
        std::set<std::size_t> found;
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            if (watches_[i]->holds(address))
                found.insert(i);
        }
        return found;
    }
    /// The one that holds it, once there is exactly one and it is not `besides`.
    std::size_t mustMoveFrom(std::size_t besides, const std::string &address, const std::string &when)
    {
        const auto moved = [&] {
            const auto now = holders(address);
            return now.size() == 1 && !now.contains(besides);
        };
        must(eventually(moved, Millis(10000)), when + ": " + address + " does not move");
        return *holders(address).begin();
    }

    Lab lab;
    std::vector<std::string> files;

private:
    std::string team_;
    std::vector<Node *> nodes_;
    std::vector<std::optional<Engine>> engines_;
    std::vector<std::unique_ptr<AddressWatch>> watches_;
};

/// Page 000, two masters: each node has an address of its own and takes the other's when its master fails; "when the
/// failure is repaired, it will automatically take over the work it originally handled".
void twoMasters(const std::string &team)
{
    Stage stage(LabOptions::seed000(), team);
    stage.files = {repaired(stage.node(0), pageText("000", 1, 1, "dual-master experiment ", " 2.lb02")),
                   repaired(stage.node(1), pageText("000", 1, 1, "2.lb02 configuration file ", " 3. Restart"))};
    stage.start(0);
    stage.start(1);
    stage.mustHold("10.0.0.3", 0, "both run");
    stage.mustHold("10.0.0.4", 1, "both run");
    stage.stop(0);
    stage.mustHold("10.0.0.3", 1, "lb01 is stopped");
    stage.mustHold("10.0.0.4", 1, "lb01 is stopped");
    stage.start(0);
    stage.mustHold("10.0.0.3", 0, "lb01 is back");
    stage.mustHold("10.0.0.4", 1, "lb01 is back");
    stage.stop(1);
    stage.mustHold("10.0.0.4", 0, "lb02 is stopped");
    stage.mustHold("10.0.0.3", 0, "lb02 is stopped");
    stage.start(1);
    stage.mustHold("10.0.0.4", 1, "lb02 is back");
    stage.mustHold("10.0.0.3", 0, "lb02 is back");
}

/// Page 004, hot standby on ens33: the VIP is on the main server; its keepalived is stopped, it is on the standby; it
/// is started again, it is back.
void hotStandby(const std::string &team)
{
    const std::string vip = "192.168.1.254";
    Stage stage(LabOptions::seed004(), team);
    stage.files = {repaired(stage.node(0), pageText("004", 46, 75)),
                   repaired(stage.node(1), pageText("004", 105, 134))};
    stage.start(0);
    stage.mustHold(vip, 0, "the main server runs");
    stage.start(1);
    stage.mustHold(vip, 0, "both run");
    stage.stop(0);
    stage.mustHold(vip, 1, "the main server is stopped");
    stage.start(0);
    stage.mustHold(vip, 0, "the main server is back");
}

/// Page 002, three nodes: "whoever was first holds the VIP; after a failure the priority is compared; as long as one
/// runs, the VIP can be reached", and a stopped proxy moves it. The page prints one file for all. `inItsWords`: with
/// what its words ask for, nopreempt and a priority of its own on each node.
void threeNodes(const std::string &team, bool inItsWords)
{
    const std::string vip = "172.18.8.231";
    LabOptions options;
    options.interface = "ens33";
    options.lb1 = {"lb01", "172.18.8.101", ""};
    options.lb2 = {"lb02", "172.18.8.103", ""};
    options.lb3 = {"lb03", "172.18.8.104", ""};
    options.client = {"client", "172.18.8.200", ""};
    Stage stage(options, team);
    const auto printed = repaired(stage.node(0), pageText("002", 431, 466));
    for (std::size_t i = 0; i < 3; ++i) {
        stage.files[i] = printed;
        if (inItsWords)
            stage.files[i].replace(printed.find("priority 90"), 11,
                                   "nopreempt\n    priority " + std::to_string(90 - 10 * static_cast<int>(i)));
        // The page's script restarts nginx and stops keepalived when it cannot; here it only looks.
        stage.node(i).writeFile("/etc/keepalived/check_nginx.sh", "#!/bin/sh\ntest ! -e /run/nginx-is-down\n", 0755);
    }
    stage.start(2);
    stage.mustHold(vip, 2, "lb03 runs alone");
    stage.start(0);
    stage.start(1);
    std::this_thread::sleep_for(Millis(4000)); // longer than a preemption takes
    stage.mustHold(vip, 2, "all run");

    stage.node(2).writeFile("/run/nginx-is-down", "");
    const auto second = stage.mustMoveFrom(2, vip, "nginx on lb03 is down");
    stage.must(!inItsWords || second == 0, "90 is more than 80, yet lb02 took over");
    std::filesystem::remove(stage.node(2).outside("/run/nginx-is-down"));
    std::this_thread::sleep_for(Millis(4000));
    stage.mustHold(vip, second, "nginx on lb03 is up again");

    stage.stop(second);
    const auto third = stage.mustMoveFrom(second, vip, "the holder is stopped");
    stage.stop(third);
    const std::size_t last = 3 - second - third;
    stage.mustHold(vip, last, "one runs");
    stage.start(second);
    stage.start(third);
    std::this_thread::sleep_for(Millis(4000));
    stage.mustHold(vip, last, "all run again");
}

std::map<std::string, std::function<void()>> allPages()
{
    std::map<std::string, std::function<void()>> all;
    for (const std::string team : {"TT", "TK", "KT"}) {
        all["000, two masters: " + team] = [team] { twoMasters(team); };
        all["004, hot standby: " + team] = [team] { hotStandby(team); };
    }
    for (const std::string team : {"TTT", "TKT", "KTK"}) {
        all["002, the printed file: " + team] = [team] { threeNodes(team, false); };
        all["002, nopreempt and priorities: " + team] = [team] { threeNodes(team, true); };
    }
    return all;
}

} // namespace

/// The seeds' web pages as they stand: what is printed there goes through `twinhelmctl repair` and runs, between
/// engines of ours (T) and with keepalived (K). What the pages say about who holds which address is what must happen.
class TestPages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        REQUIRE_LAB();
        if (!std::filesystem::exists(TWINHELM_SOURCE_DIR "/../shared/seeds"))
            QSKIP("../shared/seeds is absent: the seeds' pages are NOT tested");
        // Mostly waiting, so all happen at once, each in a lab of its own.
        for (const auto &[name, page] : allPages())
            running_[name] = std::async(std::launch::async, page);
    }

    void holdsWhatItSays_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &[name, page] : allPages())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void holdsWhatItSays()
    {
        QFETCH(QString, name);
        try {
            running_.at(name.toStdString()).get();
        } catch (const std::exception &trouble) {
            showLong(trouble.what());
            QFAIL(std::string(trouble.what()).substr(0, 200).c_str());
        }
    }

private:
    std::map<std::string, std::future<void>> running_;
};

QTEST_GUILESS_MAIN(TestPages)
#include "tst_pages.moc"
