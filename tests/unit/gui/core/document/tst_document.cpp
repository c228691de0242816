#include "gui/core/document/document.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "common/config/load.h"
#include "gui/core/base/file.h"

using namespace twinhelm;
using namespace twinhelm::desk;

namespace
{

TextEdit edit(std::uint32_t begin, std::uint32_t end, const char *text)
{
    return {SourceRange{0, begin, end}, text};
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private slots:
    void editsAreOneStepAndUndoRestoresTheBytes()
    {
        Document document;
        document.reset("priority 100 # \xE4\r\n");
        const auto before = document.text();
        QVERIFY(document.apply(QStringLiteral("Both"), {edit(9, 12, "150"), edit(0, 0, "  "), edit(13, 13, "x")}));
        QCOMPARE(document.text(), QByteArray("  priority 150 x# \xE4\r\n"));
        QCOMPARE(document.undoStack()->count(), 1);
        QCOMPARE(document.undoStack()->undoText(), QStringLiteral("Both"));
        QVERIFY(document.isDirty());
        document.undoStack()->undo();
        QCOMPARE(document.text(), before);
        QVERIFY(!document.isDirty());
        document.undoStack()->redo();
        QCOMPARE(document.text(), QByteArray("  priority 150 x# \xE4\r\n"));
    }

    void editsThatDoNotFitChangeNothing_data()
    {
        QTest::addColumn<int>("begin");
        QTest::addColumn<int>("end");
        QTest::addColumn<int>("file");
        QTest::newRow("behind the end") << 3 << 9 << 0;
        QTest::newRow("backwards") << 3 << 2 << 0;
        QTest::newRow("overlap") << 1 << 3 << 0;
        QTest::newRow("included file") << 3 << 4 << 1;
    }
    void editsThatDoNotFitChangeNothing()
    {
        QFETCH(int, begin);
        QFETCH(int, end);
        QFETCH(int, file);
        Document document;
        document.reset("abcd");
        QSignalSpy changed(&document, &Document::textChanged);
        const SourceRange range{static_cast<FileIndex>(file), static_cast<std::uint32_t>(begin),
                                static_cast<std::uint32_t>(end)};
        QVERIFY(!document.apply(QStringLiteral("x"), {edit(0, 2, "Z"), TextEdit{range, "Y"}}));
        QCOMPARE(document.text(), QByteArray("abcd"));
        QCOMPARE(changed.size(), 0);
        QCOMPARE(document.undoStack()->count(), 0);
    }

    void anEditThatChangesNothingIsNoStep()
    {
        Document document;
        document.reset("abcd");
        QVERIFY(document.apply(QStringLiteral("x"), {edit(0, 2, "ab")}));
        QCOMPARE(document.undoStack()->count(), 0);
    }

    void typingInOneFieldIsOneStep()
    {
        Document document;
        document.reset("priority 100\nstate X\n");
        const auto key = QStringLiteral("VI_1.priority");
        QVERIFY(document.apply(QStringLiteral("Set priority to 1"), {edit(9, 12, "1")}, key));
        QVERIFY(document.apply(QStringLiteral("Set priority to 15"), {edit(9, 10, "15")}, key));
        QVERIFY(document.apply(QStringLiteral("Set priority to 150"), {edit(9, 11, "150")}, key));
        QCOMPARE(document.undoStack()->count(), 1);
        QCOMPARE(document.undoStack()->undoText(), QStringLiteral("Set priority to 150"));
        QVERIFY(document.apply(QStringLiteral("Set state"), {edit(19, 20, "Y")}, QStringLiteral("VI_1.state")));
        QCOMPARE(document.undoStack()->count(), 2);
        document.undoStack()->undo();
        document.undoStack()->undo();
        QCOMPARE(document.text(), QByteArray("priority 100\nstate X\n"));
    }

    void typingBackToTheOldValueLeavesNoStep()
    {
        Document document;
        document.reset("priority 100\n");
        const auto key = QStringLiteral("k");
        QVERIFY(document.apply(QStringLiteral("a"), {edit(9, 12, "10")}, key));
        QVERIFY(document.apply(QStringLiteral("b"), {edit(9, 11, "100")}, key));
        QCOMPARE(document.undoStack()->count(), 0);
        QVERIFY(!document.isDirty());
    }

    void aFieldOnTwoNodesMergesToo()
    {
        Document document;
        document.reset("@a priority 1\n@b priority 1\n");
        const auto key = QStringLiteral("k");
        QVERIFY(document.apply(QStringLiteral("a"), {edit(12, 13, "20"), edit(26, 27, "20")}, key));
        QVERIFY(document.apply(QStringLiteral("b"), {edit(12, 14, "200"), edit(27, 29, "200")}, key));
        QCOMPARE(document.text(), QByteArray("@a priority 200\n@b priority 200\n"));
        QCOMPARE(document.undoStack()->count(), 1);
        document.undoStack()->undo();
        QCOMPARE(document.text(), QByteArray("@a priority 1\n@b priority 1\n"));
        document.undoStack()->redo();
        QCOMPARE(document.text(), QByteArray("@a priority 200\n@b priority 200\n"));
    }

    void charactersOfTheEditorBecomeBytes()
    {
        Document document;
        document.reset("ä\r\nb\r\n");
        QVERIFY(document.replaceText(2, 1, QStringLiteral("ö\n")));
        QCOMPARE(document.text(), QByteArray("ä\r\nö\r\n\r\n"));
        document.undoStack()->undo();
        QCOMPARE(document.text(), QByteArray("ä\r\nb\r\n"));
        QVERIFY(!document.replaceText(4, 2, {}));
        QVERIFY(!document.replaceText(-1, 0, {}));
    }

    void typedCharactersJoinUntilALineBreakOrAJump()
    {
        Document document;
        document.reset("\n");
        for (int i = 0; i < 4; ++i)
            QVERIFY(document.replaceText(i, 0, QStringLiteral("x")));
        QVERIFY(document.replaceText(3, 1, {})); // backspace
        QCOMPARE(document.text(), QByteArray("xxx\n"));
        QCOMPARE(document.undoStack()->count(), 1);
        QVERIFY(document.replaceText(3, 0, QStringLiteral("\n")));
        QCOMPARE(document.undoStack()->count(), 2);
        QVERIFY(document.replaceText(0, 0, QStringLiteral("y")));
        QCOMPARE(document.undoStack()->count(), 3);
        document.undoStack()->undo();
        document.undoStack()->undo();
        document.undoStack()->undo();
        QCOMPARE(document.text(), QByteArray("\n"));
    }

    void changesAreToldInOrder()
    {
        Document document;
        document.reset("abcdef");
        QByteArray mirror = document.text();
        connect(&document, &Document::edited, this, [&mirror](const QList<TextChange> &changes) {
            for (const auto &change : changes) {
                QCOMPARE(mirror.mid(change.position, change.removed.size()), change.removed);
                mirror.replace(change.position, change.removed.size(), change.inserted);
            }
        });
        QVERIFY(document.apply(QStringLiteral("x"), {edit(0, 1, "AAA"), edit(3, 5, ""), edit(6, 6, "!")}));
        QCOMPARE(mirror, document.text());
        document.undoStack()->undo();
        QCOMPARE(mirror, QByteArray("abcdef"));
        document.undoStack()->redo();
        QCOMPARE(mirror, document.text());
    }

    void savingCleansAndResetForgets()
    {
        QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("a.conf"));
        QVERIFY(writeFile(path, "one"));
        Document document;
        QVERIFY(!document.save());
        QVERIFY(!document.load(folder.filePath(QStringLiteral("missing"))));
        QVERIFY(document.load(path));
        QVERIFY(document.apply(QStringLiteral("x"), {edit(0, 3, "two")}));
        QSignalSpy dirty(&document, &Document::dirtyChanged);
        QVERIFY(document.save());
        QCOMPARE(dirty.size(), 1);
        QVERIFY(!document.isDirty());
        QCOMPARE(readFile(path).value_or(QByteArray()), QByteArray("two"));
        document.reset("three");
        QCOMPARE(document.undoStack()->count(), 0);
        QVERIFY(!document.isDirty());
    }

    void meaningFollowsWhenIdle()
    {
        Document document({QStringLiteral("lb01"), QStringLiteral("lb02")});
        QSignalSpy meaning(&document, &Document::diagnosticsChanged);
        document.reset("global_defs {\n}\n}\n");
        document.apply(QStringLiteral("x"), {edit(0, 0, "# ä\n")});
        QCOMPARE(meaning.size(), 0);
        QTRY_COMPARE(meaning.size(), 1);
        QVERIFY(document.loaded(QStringLiteral("lb02")));
        QVERIFY(!document.loaded(QStringLiteral("lb03")));
        QVERIFY(document.hasErrors());
        const auto &problem = document.problems().front();
        QVERIFY2(problem.nodes.isEmpty(), "a finding of every node names none");
        QCOMPARE(problem.place.line, 4);
        QCOMPARE(problem.place.column, 1);
        QCOMPARE(document.text().mid(problem.place.begin, 1), QByteArray("}"));
    }

    void aFindingOfOneNodeNamesIt()
    {
        Document document({QStringLiteral("lb01"), QStringLiteral("lb02")});
        document.reset("vrrp_instance V {\n  interface eth0\n  virtual_router_id 5\n  @lb02 priority 999\n"
                       "  virtual_ipaddress {\n    10.0.0.3\n  }\n}\n");
        document.flush();
        bool found = false;
        for (const auto &problem : document.problems()) {
            if (problem.place.line == 4 && problem.code == QStringLiteral("K0102")) {
                found = true;
                QCOMPARE(problem.nodes, QStringList{QStringLiteral("lb02")});
            }
        }
        QVERIFY(found);
        QCOMPARE(document.instanceNames(), QStringList{QStringLiteral("V")});
    }

    void whatOnlyThePairShowsConcernsTheCluster()
    {
        Document document({QStringLiteral("lb01"), QStringLiteral("lb02")});
        document.reset("vrrp_instance V {\n  interface eth0\n  @lb01 virtual_router_id 5\n  @lb02 virtual_router_id 6\n"
                       "  @lb01 priority 150\n  virtual_ipaddress {\n    10.0.0.3\n  }\n}\n");
        document.flush();
        QVERIFY(document.hasErrors());
        const auto &problem = document.problems().front();
        QCOMPARE(problem.code, QStringLiteral("K0401"));
        QVERIFY2(problem.nodes.isEmpty(), "it concerns both");
        QCOMPARE(problem.place.line, 4);
        QCOMPARE(problem.notes.size(), 1);
        QCOMPARE(problem.notes.front().place.line, 3);
        document.apply(QStringLiteral("x"), {edit(89, 90, "5")});
        document.flush();
        QVERIFY2(document.problems().isEmpty(), document.text());
    }

    void aFixIsOneStepAndOnlyWhileItFits()
    {
        Document document({QStringLiteral("lb01")});
        document.reset("vrrp_instance V {\n    interface eth0\n    virtual_router_id 5\n    prioritty 120\n}\n");
        document.flush();
        const auto found = std::find_if(document.problems().begin(), document.problems().end(),
                                        [](const Problem &each) { return !each.fixes.empty(); });
        QVERIFY(found != document.problems().end());
        const auto problem = *found;
        QVERIFY(!document.applyFix(problem, 99));
        QVERIFY(document.applyFix(problem));
        QVERIFY2(document.text().contains("    priority 120\n"), document.text());
        QCOMPARE(document.undoStack()->count(), 1);
        QVERIFY2(!document.applyFix(problem), "it is mended already");
    }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "tst_document.moc"
