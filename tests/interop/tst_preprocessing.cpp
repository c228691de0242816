#include <algorithm>
#include <map>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include "common/config/expand/expander.h"
#include "common/config/expand/words.h"
#include "common/config/load.h"

using namespace twinhelm;
using namespace twinhelm::config;

using Files = std::map<QString, QByteArray>;

namespace
{

const QByteArray lastWord = "end_of_test";

QString keepalivedPath()
{
    return QStandardPaths::findExecutable(QStringLiteral("keepalived"),
                                          {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin")});
}

/// The parent process reads everything first and repeats nothing; its children follow.
QStringList unknownToKeepalived(const QString &path, bool &ended)
{
    QProcess keepalived;
    keepalived.setProcessChannelMode(QProcess::MergedChannels);
    keepalived.start(keepalivedPath(),
                     {QStringLiteral("-t"), QStringLiteral("-f"), path, QStringLiteral("-i"), QStringLiteral("lb01")});
    ended = keepalived.waitForFinished(20000);
    static const QRegularExpression unknown(QStringLiteral("Unknown keyword '(.*)'"));
    QStringList words;
    for (const auto &line : QString::fromLatin1(keepalived.readAll()).split(QLatin1Char('\n'))) {
        const auto match = unknown.match(line);
        if (!match.hasMatch())
            continue;
        if (match.captured(1) == QLatin1String(lastWord))
            break;
        if (match.captured(1) != QLatin1String("}"))
            words << match.captured(1);
    }
    return words;
}

/// The first words of lines that are no keywords of keepalived.
QStringList unknownToUs(const QString &path)
{
    SourceSet sources;
    Diagnostics diagnostics;
    ExpandOptions options;
    options.nodeId = "lb01";
    options.readFile = readDiskFile;
    options.findFiles = findDiskFiles;
    sources.add(path.toStdString(), readDiskFile(path.toStdString()).value_or(""));
    const auto expanded = Expander(sources, diagnostics, options).run();
    QStringList words;
    for (const auto &line : expanded.lines) {
        const auto word = QString::fromLatin1(QByteArray::fromStdString(std::string(splitWords(line).front().text)));
        static const QStringList known{"global_defs", "include_check", "random_seed", QLatin1String(lastWord)};
        if (line.kind == ExpandedLine::Kind::Text && !known.contains(word))
            words << word;
    }
    return words;
}

} // namespace

/// What the preprocessor makes of a text, held against Debian's keepalived: words that are no keywords are what its
/// config test lists. Each row stands for a sentence of language.md section 1 or 1.1.
class TestPreprocessing : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (keepalivedPath().isEmpty())
            QSKIP("keepalived is not installed: agreement with it is NOT tested");
    }

    void agrees_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Files>("files");
        const auto row = [](const char *name, const QByteArray &text, const Files &files = {}) {
            QTest::newRow(name) << text << files;
        };
        lexical(row);
        definitions(row);
        repetition(row);
        includes(row);
    }
    void agrees()
    {
        QFETCH(QByteArray, text);
        QFETCH(Files, files);
        const QTemporaryDir folder;
        const auto write = [&](const QString &name, const QByteArray &bytes) {
            const auto path = folder.filePath(name);
            QVERIFY(QDir().mkpath(QFileInfo(path).path()));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        for (const auto &[name, bytes] : files)
            write(name, bytes);
        write(QStringLiteral("keepalived.conf"), text + '\n' + lastWord + '\n');
        const auto path = folder.filePath(QStringLiteral("keepalived.conf"));
        bool ended = false;
        const auto theirs = unknownToKeepalived(path, ended);
        QVERIFY(ended);
        QCOMPARE(unknownToUs(path), theirs);
    }

    /// Where 2.2.7 does what 2.4 no longer does, we are like 2.4 and say so: an error with this code.
    void differsAndSaysSo_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("theirs");
        QTest::addColumn<QStringList>("ours");
        QTest::addColumn<QString>("code");
        const QString x1022(1022, QLatin1Char('x'));
        const auto a1023 = 'a' + x1022;
        const auto bytes = [](const QString &text) { return text.toLatin1(); };
        QTest::newRow("a line of 1023 bytes")
            << bytes(a1023 + "\nb") << QStringList{a1023, "b"} << QStringList{"b"} << "K0004";
        QTest::newRow("a line that its CR makes too long")
            << bytes(x1022 + "\r\nb") << QStringList{x1022, "b"} << QStringList{"b"} << "K0004";
        QTest::newRow("a longer line") << bytes(a1023 + "y z\nb") << QStringList{a1023, "y", "b"} << QStringList{"b"}
                                       << "K0004";
        QTest::newRow("a long comment") << bytes("# " + QString(1021, QLatin1Char('c')) + "y\nb")
                                        << QStringList{"y", "b"} << QStringList{"b"} << "K0004";
    }
    void differsAndSaysSo()
    {
        QFETCH(QByteArray, text);
        const QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("keepalived.conf"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text + '\n' + lastWord + '\n');
        file.close();
        bool ended = false;
        QTEST(unknownToKeepalived(path, ended), "theirs");
        QVERIFY(ended);
        QTEST(unknownToUs(path), "ours");
        const auto node = config::loadFile(path.toStdString(), "lb01");
        QVERIFY(node);
        const auto &first = node->diagnostics.front();
        QTEST(QString::fromStdString(first.code), "code");
        QCOMPARE(first.severity, Severity::Error);
        QVERIFY2(first.message.find("before 2.4") != std::string::npos, first.message.c_str());
    }

private:
    template<typename Row>
    static void lexical(Row row)
    {
        row("comments", "# a\n b # c\n\td!e\r\n!f\n");
        row("a backslash at the end sticks to its word",
            "a\\\nb \\\nc\\ \nd \\\t\ne\\\\\nf\\\\\\\n\\\ng\\\r\nh {\\\ni\n}\\\nj\n");
        row("also over a comment",
            "a # b\\\nc ! d \\\n# e\\\n  # f \\\ng # h\\\\\ni # j\\\\\\\nk \\ # l\\\nm\\#n # o\\\np\n");
        row("in front of a comment", "a\\ # b\nc # d\\ \ne # f\\ g\nh\n");
        row("comment characters in quotes", "\"x # y ! z\" # e");
        row("escaped comment characters", "a\\#b\na\\!b # c");
        row("other backslashes", "a\\d\na\\\\b\n\\x");
        row("single quotes are letters", "'a b'\n");
        row("blanks", "\ta\tb\n  c  \n\x0b d\x0c\n");
        row("carriage returns", "a \r\nb\r\r\nc\rd\n");
        row("longest line", "a" + QByteArray(1021, 'x') + "\nb");
        row("braces", "a { b } c\nd {e}\nf{g}h\n{ i\n} j\nk \"{\" l {\n");
        row("conditions", "@lb01 a\n@lb02 b\n@^lb01 c\n@^lb02 d\n@lb01\n@ e\n@^ f\n@!lb01 g\n@<lb01> h\n@LB01 i\n");
        row("a substitution makes room for another condition",
            "$A=1\n@lb01 @lb01 x$A\n$B=@lb01 y\n@lb01 $B\n~SEQ(i,2) @lb01 @^lb02 z$i\n");
        row("a line begins anew behind a brace", "a { @lb01 b } @lb02 c\n{ $A=1\nx$A\n{ ~SEQ(i,2) y$i\n");
    }

    template<typename Row>
    static void definitions(Row row)
    {
        row("use", "$A=1 2\n\"x $A,\"\n\"y ${A}z\"\nv${A}w$A\n");
        row("what ends a name", "$A=1\n\"$AB $A.5 $A,$A) y$A $A\t$A;\"\nx$A\n");
        row("late substitution", "$A=$B\n$B=1\nx$A\n$B=2\nx$A\n");
        row("undefined stays", "\"x $A\"\nx${B}y\n$A\n");
        row("empty", "$A=\n\"x${A}y\"\nx$A y\n$A a\n$A\nb\n");
        row("no definition with a blank", "$A =1\n");
        row("names", "$1=2\n$A-B=3\n$A_1=4\nx$A_1\n$_=5\nx$_\n");
        row("blanks around the value", "$A=  1  2  \n\"${A}|\"\n");
        row("redefined", "$A=a\n$A=b\nx$A\n");
        row("behind a condition", "@lb01 $A=1\n@lb02 $A=2\nx$A\n");
        row("with a comment", "$A=1 # one\n\"x ${A}y\"\n$A=a # b\nx$A\n");
        row("comment character in a value", "$A=a\\#b\nx$A\n\"y ${A}\"\n");
        row("not inside quotes", "\"$A=1\"\nx$A\n");
        row("name made of a value", "$A=B\n$B=2\nx$$A\ny${$A}\n");
        row("condition in a value", "$B=@lb01\n@$B x\n@lb01 $B\n");
        row("lines", "$A=\\\n a {\\\n  b\\\n }\n$A\nc\n");
        row("first value on the same line", "$A=a \\\n b\nx$A\n");
        row("only at the end of a line", "$A=a \\\n b\n$A y\nx$A\n\"$A\"\n");
        row("lines with comments", "$A=\\\n a # b \\\n# c \\\n\\\n d # e\n$A\nf\n");
        row("escapes in lines", "$A=\\\nq\\#b\\\nr\\#c\n$A\n");
        row("an empty line ends them", "$A=\\\n a\\\n\n b\n$A\nf\n");
        row("empty lines", "$A=\\\n\\\n\\\nx\n$A\n");
        row("nested lines", "$A=\\\n a\\\n $B\\\n c\n$B=\\\n 1\\\n 2\n$A\n");
        row("lines that begin with lines", "$A=\\\n1\\\n2\n$B=\\\n$A\\\nq\n$B\n");
        row("a backslash hides the end of a name", "$A=1\nx$A\\\ny$A \\\nz${A}\\\n~SEQ(i,2) v${i}\\\n@lb01 w\\\n");
        row("blanks behind the backslashes of lines", "$A=a \\ \n b\\\t\n c # d \\ \n e\nx$A\n");
        row("undefined lines", "$M=\\\n$N\\\nq\n$M\n$N=\\\nu\\\nv\n$M\n");
        row("late substitution in lines", "$B=\\\nx$C\\\nq\n$C=1\n$B\n$C=2\n$B\n");
        row("built-ins",
            "${_PWD}\n$_PWD\n${_INSTANCE}\nx$_INSTANCE\n\"${_HASH}\"\n\"${_BANG}\"\nx${_HASH}y\nx${_BANG}y\n");
        row("built-ins redefined", "$_INSTANCE=other\nx$_INSTANCE\n@other x\n@lb01 y\n$_PWD=/x\n\"${_PWD}\"\n");
        row("random", "x${_RANDOM 5 5}\nx${_RANDOM 7 7 8}\nx${_RANDOM a}\n");
    }

    template<typename Row>
    static void repetition(Row row)
    {
        row("sequence", "~SEQ(i,3) x$i\n~SEQ(j,-2) x$j\n~SEQ(k,0) x$k\n");
        row("sequence from", "~SEQ(i,2,-1) x$i\n~SEQ(i,3,5) y$i\n~SEQ(i,4,4) z$i\n");
        row("sequence with a step", "~SEQ(i,1,4,10) x$i\n~SEQ(i,10,-4,1) y$i\n");
        row("hexadecimal", "~SEQx(i,9,0xb) x$i\n~SEQ(i,010) y$i\n~SEQx(i,254,0x101) z$i\n");
        row("blanks", "~SEQ (i,2) x$i\n~SEQ( i , 1 , 2 ) y$i\n~SEQ(i,2)z$i\n");
        row("nested", "~SEQ(i,2) ~SEQ(j,2) x${i}${j}\n~SEQ(i,3) ~SEQ(j,$i) y$i-$j\n");
        row("numbers from definitions", "$N=3\n~SEQ(i,$N) x$i\n~SEQ(i,2,${N}) y$i\n$M=$N\n~SEQ(i,$M) z$i\n");
        row("the variable stays", "~SEQ(i,2) x\ny$i\n~SEQ(j,5)\nz$j\n");
        row("nonsense", "~SEQ(i) y\n~SEQ(i,a) y$i\n~SEQ(i,1,0,5) y\n~SEQ(i,5,1,1) y\n~SEQ(i,1,2,3,4) y\n~SEQ(i,2 y\n"
                        "~SEQx(i,-2) y\n~SEQ(,2) y\n~FOO(i,2) y\n~\n");
        row("not at the beginning", "x ~SEQ(i,2) y$i\n");
        row("a name nothing can refer to", "~SEQ(1a,2) y$1a\n");
        row("behind a condition", "@lb01 ~SEQ(i,2) x$i\n@lb02 ~SEQ(i,2) y$i\n~SEQ(i,2) @lb01 z$i\n");
        row("of a definition", "~SEQ(i,2) $A=$i\nx$A\n");
        row("of lines", "$A=\\\n a${i} {\\\n }\n~SEQ(i,2) $A\n");
        row("in lines", "$B=\\\n~SEQ(i,2) ~SEQ(j,2) x${i}-$j\\\nq$i\n~SEQ(k,2) $B\n");
        row("in a definition", "$S=~SEQ(i,2)\n$S x$i\n$T=~SEQ(i,2) y$i\n$T\n");
        row("list", "~LST(v,a,b) x$v\n~LST(v, a , b ) y$v\n~LST(v,a) z$v\n");
        row("list of tuples", "~LST({a,b},{1,2},{3,4}) x${a}-${b}\n~LST({c,d},{1,2},{3}) y${c}-${d}\n");
        row("list with too many", "~LST(v,{a,b},c) x$v\n~LST({a,b},{1,2,3},{4,5}) y\n~LST(v) z$v\n");
        row("list keeps references", "$L=a,b\n~LST(v,$L) x$v\n");
        row("list in a definition", "$S=~LST(i,2,3) x$i\n$S\n");
    }

    template<typename Row>
    static void includes(Row row)
    {
        const Files files{{"a.inc", "y\n"}, {"d/a", "z\ninclude c\n"}, {"d/b", "y\n"}, {"d/c", "w${_INSTANCE}\n"}};
        row("a file", "include a.inc\nx\n", files);
        row("comment behind it", "include a.inc # b\nx\n", files);
        row("no name", "include\nx\n", files);
        row("the rest of the line is the name", "include a.inc b\nx\ninclude \"a.inc\"\ninclude 'a.inc'\n", files);
        row("missing", "include none\nincluder none\nincludem none\nincludew none*\nincludeb {n,m}\nincludea n\nx\n");
        row("no such letter", "includet a.inc\nincludes a.inc\nx\n", files);
        row("alternatives", "include {a,b}.inc\nx\n", files);
        row("pattern, relative to each file", "include d/*\nx\n", files);
        row("directory", "include d\nx\n", files);
        row("behind a condition", "@lb01 include a.inc\n@lb02 include a.inc\nx\n", files);
        row("from a definition", "$I=include a.inc\n$I\n$F=a.inc\ninclude $F\nx\n", files);
        row("behind a brace", "a { include a.inc }\nx\n", files);
        row("definitions go in and out", "$A=1\ninclude b\nx$A\n", {{"b", "y$A\n$A=2\n"}});
        row("a definition goes on behind an included file", "include b\nw\n\nx$A\ny\n",
            {{"b", "$A=\\\n v \\\n u\\\n"}});
        row("without a last line end", "include b\nw\nx$A\ny\n", {{"b", "$A=1 \\"}});
        row("over a second included file", "include b\ninclude c\nx$A\ny\n", {{"b", "$A=\\\n v \\\n"}, {"c", "k\n"}});
        row("from one file of a pattern to the next", "include d/*\nw\nx$A\n",
            {{"d/1", "$A=\\\n y\\\n"}, {"d/2", "v\\\nu\n"}});
        row("over two levels", "include b\nw\nx$A\n", {{"b", "include c\nv\\\n"}, {"c", "$A=\\\n y\\\n"}});
        row("braces go over files", "include b\nx\n", {{"b", "a {\n"}});
    }
};

QTEST_GUILESS_MAIN(TestPreprocessing)
#include "tst_preprocessing.moc"
