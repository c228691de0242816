#include "common/cluster/split.h"

#include <QtTest>

using twinhelm::cluster::splitFor;

class TestSplit : public QObject
{
    Q_OBJECT

private slots:
    void splits_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("lb01");
        QTest::addColumn<QByteArray>("lb02");
        const auto row = [](const char *name, const char *text, const char *lb01, const char *lb02) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(lb01) << QByteArray(lb02);
        };
        row("nothing", "", "", "");
        row("no condition", "a 1 # c\n\tb\n", "a 1 # c\n\tb\n", "a 1 # c\n\tb\n");
        row("one each", "  @lb01 priority 150\n  @lb02 priority 100\n", "  priority 150\n", "  priority 100\n");
        row("negated", "@^lb01 nopreempt\n", "", "nopreempt\n");
        row("two conditions", "@^lb03 @lb02 x\n", "", "x\n");
        row("CRLF stays", "@lb01 a\r\nb\r\n", "a\r\nb\r\n", "b\r\n");
        row("no last line end", "a\n@lb02 b", "a\n", "a\nb");
        row("an at sign later is no condition", "email root@lb02\n", "email root@lb02\n", "email root@lb02\n");
        row("a definition keeps its lines", "$X=a \\\n@lb02 b\n@lb02 c\n", "$X=a \\\n@lb02 b\n",
            "$X=a \\\n@lb02 b\nc\n");
        row("behind a brace", "x { @lb01 a\n@lb02 b\n} @lb01 c # d\n", "x { a\n} c # d\n", "x { \nb\n} \n");
        row("not in quotes or comments", "x \"{ @lb01 a\" # } @lb01\n", "x \"{ @lb01 a\" # } @lb01\n",
            "x \"{ @lb01 a\" # } @lb01\n");
        row("conditional comments", "@lb01 # of one\n@lb02 # of two\n", "# of one\n", "# of two\n");
        row("empty lines around what is gone", "a\n\n@lb01 b\n\n\nc\n", "a\n\nb\n\n\nc\n", "a\n\nc\n");
        row("empty lines elsewhere stay", "\n\na\n\n\n@lb01 b\nc\n", "\n\na\n\n\nb\nc\n", "\n\na\n\n\nc\n");
        row("a skipped definition skips by line", "@lb01 $X=a \\\n@lb01 b\n", "$X=a \\\nb\n", "");
    }
    void splits()
    {
        QFETCH(QByteArray, text);
        QTEST(QByteArray::fromStdString(splitFor(text.toStdString(), "lb01")), "lb01");
        QTEST(QByteArray::fromStdString(splitFor(text.toStdString(), "lb02")), "lb02");
    }
};

QTEST_APPLESS_MAIN(TestSplit)
#include "tst_split.moc"
