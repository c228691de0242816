#include "common/scripts/script_security.h"

#include <map>

#include <QtTest>

using namespace twinhelm::scripts;

namespace
{

using Kind = FileFacts::Kind;

class FakeFiles final : public FileView
{
public:
    std::map<std::string, FileFacts> files{
        {"/", {Kind::Folder}},
        {"/etc", {Kind::Folder}},
        {"/etc/check.sh", {Kind::Regular}},
        {"/home", {Kind::Folder}},
        {"/home/joe", {Kind::Folder, 1000, 1000, 0755}},
        {"/home/joe/check.sh", {Kind::Regular}},
        {"/srv", {Kind::Folder, 0, 50, 0775}},
        {"/srv/check.sh", {Kind::Regular}},
        {"/tmp", {Kind::Folder, 0, 0, 01777}},
        {"/tmp/check.sh", {Kind::Regular}},
        {"/etc/open.sh", {Kind::Regular, 0, 0, 0757}},
        {"/etc/plain.sh", {Kind::Regular, 0, 0, 0644}},
        {"/etc/mine.sh", {Kind::Regular, 0, 50, 0750}},
        {"/etc/link.sh", {Kind::Link, 0, 0, 0777, "/home/joe/check.sh"}},
        {"/etc/near.sh", {Kind::Link, 0, 0, 0777, "check.sh"}},
        {"/etc/loop.sh", {Kind::Link, 0, 0, 0777, "loop.sh"}},
        {"/usr", {Kind::Folder}},
        {"/usr/bin", {Kind::Folder}},
        {"/usr/bin/true", {Kind::Regular}},
        {"/bin", {Kind::Link, 0, 0, 0777, "usr/bin"}},
        {"/secret", {Kind::Folder, 0, 0, 0700}},
        {"/secret/check.sh", {Kind::Regular}},
    };
    std::optional<FileFacts> look(const std::string &path) const override
    {
        const auto found = files.find(path);
        return found == files.end() ? std::nullopt : std::optional(found->second);
    }
};

const RunsAs root{};
const RunsAs joe{1000, {1000, 50}};

} // namespace

Q_DECLARE_METATYPE(Verdict::Kind)

class TestScriptSecurity : public QObject
{
    Q_OBJECT

private slots:
    void verdicts_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("asRoot");
        QTest::addColumn<Verdict::Kind>("kind");
        QTest::addColumn<QString>("component");
        using V = Verdict::Kind;
        const auto row = [](const char *name, const char *path, bool asRoot, V kind, const char *component) {
            QTest::newRow(name) << path << asRoot << kind << component;
        };
        row("root's own", "/etc/check.sh", true, V::Fine, "");
        row("folder of another user", "/home/joe/check.sh", true, V::Insecure, "/home/joe");
        row("which is nothing to that user", "/home/joe/check.sh", false, V::Fine, "");
        row("folder of a group", "/srv/check.sh", true, V::Insecure, "/srv");
        row("sticky folders are excepted", "/tmp/check.sh", true, V::Fine, "");
        row("file that all may write", "/etc/open.sh", true, V::Insecure, "/etc/open.sh");
        row("not executable", "/etc/plain.sh", true, V::NotExecutable, "/etc/plain.sh");
        row("executable for the group", "/etc/mine.sh", false, V::Fine, "");
        row("folder that may not be entered", "/secret/check.sh", false, V::NotExecutable, "/secret");
        row("root enters it", "/secret/check.sh", true, V::Fine, "");
        row("link into another's folder", "/etc/link.sh", true, V::Insecure, "/home/joe");
        row("link beside it", "/etc/near.sh", true, V::Fine, "");
        row("folder that is a link", "/bin/true", true, V::Fine, "");
        row("link to itself", "/etc/loop.sh", true, V::Missing, "/etc/loop.sh");
        row("dots", "/home/.././etc/check.sh", true, V::Fine, "");
        row("missing", "/etc/none.sh", true, V::Missing, "/etc/none.sh");
        row("missing folder", "/none/check.sh", true, V::Missing, "/none");
        row("a folder", "/etc", true, V::Missing, "/etc");
        row("not full", "check.sh", true, V::Missing, "check.sh");
        row("empty", "", true, V::Missing, "");
    }
    void verdicts()
    {
        QFETCH(QString, path);
        QFETCH(bool, asRoot);
        const auto verdict = checkScript(path.toStdString(), asRoot ? root : joe, FakeFiles());
        QTEST(verdict.kind, "kind");
        QTEST(QString::fromStdString(verdict.component), "component");
        QCOMPARE(verdict.mend.empty(), verdict.kind == Verdict::Kind::Fine);
    }

    void theMendNamesThePart()
    {
        const auto verdict = checkScript("/srv/check.sh", root, FakeFiles());
        QCOMPARE(verdict.what,
                 std::string("the folder /srv may be changed by group 50, and with it what root would run"));
        QCOMPARE(verdict.mend, std::string("chmod g-w /srv, or run the script as another user than root"));
    }

    void programsAreFound()
    {
        QCOMPARE(findProgram("true", FakeFiles()).value_or(""), std::string("/usr/bin/true"));
        QCOMPARE(findProgram("./true", FakeFiles()).value_or(""), std::string("./true"));
        QVERIFY(!findProgram("none", FakeFiles()));
    }
};

QTEST_APPLESS_MAIN(TestScriptSecurity)
#include "tst_script_security.moc"
