#include "common/vrrp/process_table.h"

#include <QtTest>

using namespace twinhelm::vrrp;

namespace
{

ProcessNames names(const std::string &comm, std::vector<std::string> argv = {})
{
    return {comm, std::move(argv)};
}

ProcessTable nginxTable()
{
    return ProcessTable({{"nginx", false, ParameterMatch::None, {}}, {"haproxy", false, ParameterMatch::None, {}}});
}

} // namespace

class TestProcessTable : public QObject
{
    Q_OBJECT

private slots:
    void matching_data()
    {
        QTest::addColumn<bool>("full");
        QTest::addColumn<int>("match");
        QTest::addColumn<QStringList>("pattern");
        QTest::addColumn<QStringList>("argv"); // the last word is comm
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *name, bool full, ParameterMatch match, const char *pattern, const char *argv,
                            bool matches) {
            QTest::newRow(name) << full << static_cast<int>(match) << QString(pattern).split(' ')
                                << QString(argv).split(' ') << matches;
        };
        using M = ParameterMatch;
        row("by its name", false, M::None, "nginx", "/usr/sbin/nginx -g x nginx", true);
        row("not by part of it", false, M::None, "ngin", "/usr/sbin/nginx nginx", false);
        row("not by its path", false, M::None, "/usr/sbin/nginx", "/usr/sbin/nginx nginx", false);
        row("names are cut after 15", false, M::None, "a-very-long-name-indeed", "x a-very-long-nam", true);
        row("full command", true, M::None, "/usr/sbin/nginx", "/usr/sbin/nginx -g nginx", true);
        row("full command of another path", true, M::None, "/usr/sbin/nginx", "/opt/nginx nginx", false);
        row("exact", false, M::Exact, "sh a b", "/bin/sh a b sh", true);
        row("exact, one more", false, M::Exact, "sh a b", "/bin/sh a b c sh", false);
        row("exact, none wanted", false, M::Exact, "sh", "/bin/sh a sh", false);
        row("partial, one more", false, M::Partial, "sh a b", "/bin/sh a b c sh", true);
        row("partial, longer last", false, M::Partial, "sh a b", "/bin/sh a bc sh", false);
        row("initial, longer last", false, M::Initial, "sh a b", "/bin/sh a bc sh", true);
        row("initial, shorter last", false, M::Initial, "sh a bcd", "/bin/sh a bc sh", false);
        row("initial, too few", false, M::Initial, "sh a b", "/bin/sh a sh", false);
    }
    void matching()
    {
        QFETCH(bool, full);
        QFETCH(int, match);
        QFETCH(QStringList, pattern);
        QFETCH(QStringList, argv);
        ProcessPattern wanted{pattern.takeFirst().toStdString(), full, static_cast<ParameterMatch>(match), {}};
        for (const auto &one : pattern)
            wanted.parameters.push_back(one.toStdString());
        ProcessNames process;
        process.comm = argv.takeLast().toStdString();
        for (const auto &one : argv)
            process.argv.push_back(one.toStdString());
        QTEST(twinhelm::vrrp::matches(wanted, process), "matches");
    }

    void followsTheNews()
    {
        auto table = nginxTable();
        table.list({{10, names("nginx")}, {11, names("nginx")}, {12, names("sh")}});
        QCOMPARE(table.counts(), (std::vector<unsigned>{2, 0}));
        table.forked(10, 20); // a worker
        QCOMPARE(table.counts(), (std::vector<unsigned>{3, 0}));
        table.changed(20, names("haproxy"));
        QCOMPARE(table.counts(), (std::vector<unsigned>{2, 1}));
        table.ended(20);
        table.ended(20); // told twice
        table.ended(12); // never counted
        table.forked(12, 21);
        QCOMPARE(table.counts(), (std::vector<unsigned>{2, 0}));
        table.changed(10, names("nginx")); // executed itself anew
        QCOMPARE(table.counts(), (std::vector<unsigned>{2, 0}));
    }

    void aNewListReplacesWhatWasKnown()
    {
        auto table = nginxTable();
        table.list({{10, names("nginx")}});
        table.list({{11, names("haproxy")}, {12, names("haproxy")}});
        QCOMPARE(table.counts(), (std::vector<unsigned>{0, 2}));
        table.ended(10);
        QCOMPARE(table.counts(), (std::vector<unsigned>{0, 2}));
    }

    void argumentsAreReadOnlyWhenTheyCount()
    {
        QVERIFY(!nginxTable().wantsArguments());
        QVERIFY(ProcessTable({{"x", true, ParameterMatch::None, {}}}).wantsArguments());
        QVERIFY(ProcessTable({{"x", false, ParameterMatch::Partial, {"a"}}}).wantsArguments());
    }
};

QTEST_APPLESS_MAIN(TestProcessTable)
#include "tst_process_table.moc"
