#include <filesystem>

#include <QRegularExpression>
#include <QtTest>

#include "common/config/load.h"
#include "common/diagnostics/text_renderer.h"

using namespace twinhelm;

namespace
{

const std::filesystem::path folder = std::filesystem::path(TWINHELM_SOURCE_DIR) / "tests/data/diagnostics";

/// "line:column-end code severity", sorted.
QStringList expected(const QString &text)
{
    // # behind its blanks, then ^^^ under the place, then code and severity; about the last line that is none of these.
    static const QRegularExpression mark("^#(\\s+)(\\^+) (K\\d{4}) (error|warning|hint)$");
    // For what no comment can point at: #expect line:column-end code severity
    static const QRegularExpression spelled("^#expect (.*)$");
    QStringList out;
    const auto lines = text.split(QLatin1Char('\n'));
    qsizetype about = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (const auto match = spelled.match(lines[i]); match.hasMatch())
            out << match.captured(1);
        const auto match = mark.match(lines[i]);
        if (!match.hasMatch()) {
            about = i;
            continue;
        }
        const auto column = match.capturedStart(2) + 1;
        out << QStringLiteral("%1:%2-%3 %4 %5")
                   .arg(about + 1)
                   .arg(column)
                   .arg(column + match.capturedLength(2))
                   .arg(match.captured(3), match.captured(4));
    }
    out.sort();
    return out;
}

QStringList found(const config::LoadedNode &node)
{
    QStringList out;
    for (const auto &one : node.diagnostics) {
        const auto at = node.sources.position(one.range.file, one.range.begin);
        out << QStringLiteral("%1:%2-%3 %4 %5")
                   .arg(at.line)
                   .arg(at.column)
                   .arg(at.column + one.range.end - one.range.begin)
                   .arg(QString::fromStdString(one.code),
                        QString::fromStdString(std::string(severityName(one.severity))));
    }
    out.sort();
    return out;
}

} // namespace

class TestRules : public QObject
{
    Q_OBJECT

private slots:
    /// Each file holds mistakes, marked below their lines, next to what is right and must not be marked.
    void findsWhatIsMarked_data()
    {
        QTest::addColumn<QString>("path");
        for (const auto &entry : std::filesystem::directory_iterator(folder)) {
            if (entry.path().extension() == ".conf")
                QTest::newRow(entry.path().stem().c_str()) << QString::fromStdString(entry.path().string());
        }
    }
    void findsWhatIsMarked()
    {
        QFETCH(QString, path);
        const auto node = config::loadFile(path.toStdString(), "lb01");
        QVERIFY(node);
        const auto text = QString::fromStdString(std::string(node->sources.text(FileIndex{0})));
        if (found(*node) != expected(text))
            qInfo().noquote() << QString::fromStdString(renderText(node->diagnostics, node->sources));
        QCOMPARE(found(*node), expected(text));
        const auto code = std::filesystem::path(path.toStdString()).stem().string();
        QVERIFY2(text.contains(QString::fromStdString(' ' + code + ' ')), "the file never marks its own code");
    }
};

QTEST_APPLESS_MAIN(TestRules)
#include "tst_rules.moc"
