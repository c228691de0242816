#include <set>

#include "tests/lab/arena.h"
#include "tests/lab/lab_test.h"

using namespace twinhelm::lab;

namespace
{

constexpr std::size_t lb01 = 0, lb02 = 1, lb03 = 2;
using Hosts = Arena::Hosts;

bool triple(const Contest &contest)
{
    return contest.team.size() == 3;
}

/// `preempt`, `nopreempt` and `equal` say who must be master by ranking; triples may differ there.
Hosts byRanking(const Contest &contest, const Hosts &preempt, const Hosts &nopreempt, const Hosts &equal)
{
    switch (contest.ranking) {
    case Ranking::Preempt: return preempt;
    case Ranking::NoPreempt: return nopreempt;
    case Ranking::Equal: return equal;
    }
    return {};
}

/// Who follows a master that is gone where nobody preempts: the better of the two, by the skew time. A keepalived with
/// more than a hundred others to take over is later than that, and the other one rightly stays; ours may not be late.
Hosts bestOf(const Contest &contest, std::size_t better, std::size_t other)
{
    return contest.team[better] == 'T' || other >= contest.team.size() ? Hosts{better} : Hosts{better, other};
}

/// The life of all virtual routers together: start, split and heal, one host after the other dies and comes back.
void play(Arena &arena)
{
    arena.start(lb02);
    arena.mustSettle("lb02 alone", [](const Contest &) { return Hosts{lb02}; });

    arena.start(lb01);
    arena.start(lb03);
    arena.mustSettle("all are there", [](const Contest &one) {
        return byRanking(one, {lb01}, {lb02}, {lb02}); // who was there is not moved by an equal
    });

    arena.split();
    arena.mustAllBeMasters("split");
    arena.heal();
    arena.mustSettle("healed", [](const Contest &one) {
        // Between masters the priority counts even with nopreempt; between equals the address.
        return byRanking(one, {lb01}, {lb01}, {triple(one) ? lb03 : lb02});
    });

    arena.kill(lb01);
    arena.mustSettle("lb01 died", [](const Contest &one) {
        return byRanking(one, {lb02}, bestOf(one, lb02, lb03), {triple(one) ? lb03 : lb02});
    });

    arena.kill(lb02);
    arena.mustSettle("lb02 died, too", [](const Contest &one) { return triple(one) ? Hosts{lb03} : Hosts{}; });

    arena.boot(lb02);
    arena.mustSettle("lb02 is back", [](const Contest &one) {
        return triple(one) ? byRanking(one, {lb02}, {lb03}, {lb03}) : Hosts{lb02};
    });

    arena.kill(lb03);
    arena.mustSettle("lb03 died", [](const Contest &) { return Hosts{lb02}; });

    arena.boot(lb01);
    arena.boot(lb03);
    arena.mustSettle("lb01 and lb03 are back",
                     [](const Contest &one) { return byRanking(one, {lb01}, {lb02}, {lb02}); });

    arena.stop(lb02);
    arena.mustSettle("lb02 was stopped", [](const Contest &one) {
        // Two equals that heard the same farewell: either may be first.
        return byRanking(one, {lb01}, bestOf(one, lb01, lb03), triple(one) ? Hosts{lb01, lb03} : Hosts{lb01});
    });
}

} // namespace

/// Every engine with every other, in every way they can speak: exactly one master at every moment after settling, and
/// the right one. TH_LAB_ENGINE=keepalived puts keepalived into our place: proves the test, not us.
class TestMatrix : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        REQUIRE_LAB();
        auto contests = allContests();
        {
            Lab lab;
            frr_ = Frr::whyNot(lab.lb1());
        }
        if (!frr_.empty())
            std::erase_if(contests, [](const Contest &one) { return one.team.find('F') != std::string::npos; });
        const auto stand = qgetenv("TH_LAB_ENGINE") == "keepalived" ? EngineKind::Keepalived : EngineKind::Twinhelm;
        arena_ = std::make_unique<Arena>(std::move(contests), stand);
        play(*arena_);
        if (!arena_->findings().empty())
            showLong(arena_->logs());
    }

    void everyCombinationIsPlayedOrImpossible_data()
    {
        QTest::addColumn<QString>("team");
        for (const auto &team : allTeams())
            QTest::newRow(team.c_str()) << QString::fromStdString(team);
    }
    void everyCombinationIsPlayedOrImpossible()
    {
        QFETCH(QString, team);
        if (!frr_.empty() && team.contains('F'))
            QSKIP(frr_.c_str());
        for (const auto &dialect : allDialects()) {
            const auto played = std::ranges::count_if(arena_->contests(), [&](const Contest &one) {
                return one.team == team.toStdString() && one.dialect == dialect;
            });
            const bool impossible = !whyImpossible(dialect, team.toStdString()).empty();
            QVERIFY2(played == (impossible ? 0 : 3), dialect.name().c_str());
        }
    }

    /// The reasons in the table are the engines' own. (That an IPv6 advert has no room for a password neither says.)
    void whatIsImpossibleIsSaidByBoth()
    {
        Lab lab;
        const std::string file = "/etc/keepalived/impossible.conf";
        int said = 0;
        for (const auto &dialect : allDialects()) {
            const bool unsaid = dialect.version == 2 && dialect.authentication == "PASS";
            if (whyImpossible(dialect, "TK").empty() || unsaid)
                continue;
            lab.lb1().writeFile(file, Contest{dialect, Ranking::Preempt, "TK", 1}.instanceText(0));
            const auto ours = lab.lb1().run({ownProgram("twinhelmctl"), "check", file}).output;
            QVERIFY2(ours.find(dialect.version == 3 ? "[K0209]" : "[K0233]") != std::string::npos, ours.c_str());
            const auto theirs = lab.lb1().run({"keepalived", "-t", "-f", file}).output;
            QVERIFY2(theirs.find("authentication") != std::string::npos, theirs.c_str());
            ++said;
        }
        QCOMPARE(said, 10);
    }

    void oneMasterAndTheRightOne_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < arena_->contests().size(); ++i)
            QTest::newRow(arena_->contests()[i].name().c_str()) << int(i);
    }
    void oneMasterAndTheRightOne()
    {
        QFETCH(int, index);
        const auto found = arena_->findings().find(index);
        if (found == arena_->findings().end())
            return;
        QString all;
        for (const auto &finding : found->second)
            all += QString::fromStdString(finding) + "\n";
        QFAIL(qPrintable(all));
    }

private:
    std::string frr_; ///< why FRR does not take part
    std::unique_ptr<Arena> arena_;
};

QTEST_GUILESS_MAIN(TestMatrix)
#include "tst_matrix.moc"
