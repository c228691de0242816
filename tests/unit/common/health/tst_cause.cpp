#include "common/health/cause.h"

#include <QtTest>

#include <set>

using namespace twinhelm::health;

class TestCause : public QObject
{
    Q_OBJECT

    template<std::size_t... I>
    static std::vector<Cause> all(std::index_sequence<I...>)
    {
        return {Cause(std::in_place_index<I>)...};
    }

private slots:
    void everyCauseHasAWordOfItsOwnAndASentence()
    {
        std::set<std::string_view> words;
        for (const auto &one : all(std::make_index_sequence<std::variant_size_v<Cause>>())) {
            QVERIFY(words.insert(causeName(one)).second);
            QVERIFY(!sentence(one).empty());
        }
    }

    void sentences()
    {
        QCOMPARE(sentence(cause::ProbeFailed{"TCP_CHECK of 10.0.0.2:80", Reason::ConnectRefused, "refused", 3}),
                 std::string("TCP_CHECK of 10.0.0.2:80 failed 3 times: refused"));
        QCOMPARE(sentence(cause::LiveWeight{1, 2}), std::string("live weight 1, needed are 2"));
        QCOMPARE(sentence(cause::Operator{"root", "kernel update"}), std::string("asked for by root: kernel update"));
    }
};

QTEST_GUILESS_MAIN(TestCause)
#include "tst_cause.moc"
