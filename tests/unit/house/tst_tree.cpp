#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

/// Invariants of ARCHITECTURE.md that no link target can keep: who may include what, and how long a file may be.
class TestTree : public QObject
{
    Q_OBJECT

    struct Source {
        QString path; ///< relative to the project
        QStringList lines;
    };

    static QList<Source> sourcesBelow(const QString &folder, const QStringList &patterns)
    {
        QList<Source> out;
        const QDir root(QStringLiteral(TWINHELM_SOURCE_DIR));
        QDirIterator files(root.filePath(folder), patterns, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            out.append({root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()).split(u'\n')});
        }
        return out;
    }

    static const QStringList &code()
    {
        static const QStringList patterns{QStringLiteral("*.cpp"), QStringLiteral("*.h")};
        return patterns;
    }

private slots:
    void forbidden_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("except");
        const QString none;
        QTest::newRow("common has no Qt") << "common"
                                          << "#\\s*include\\s*<Q" << none;
        QTest::newRow("common has no Asio") << "common"
                                            << "#\\s*include\\s*<boost/(asio|beast)" << none;
        QTest::newRow("common has no sockets or processes")
            << "common"
            << "#\\s*include\\s*<(sys/socket|netinet/|arpa/|linux/|net/|unistd|sys/wait|signal)" << none;
        QTest::newRow("common has no clock") << "common"
                                             << "(steady_clock|system_clock|high_resolution_clock)::now" << none;
        // clang 14 fuzzes common and cannot compile the subranges of g++ 12's library.
        QTest::newRow("common compiles with clang")
            << "common"
            << "std::(views::|ranges::(unique|remove|remove_if|search|partition|stable_partition|rotate|equal_range|"
               "find_end|subrange)\\b)"
            << none;
        QTest::newRow("the agent has no Qt") << "agent"
                                             << "#\\s*include\\s*<Q" << none;
        QTest::newRow("the agent includes no desk") << "agent"
                                                    << "#\\s*include\\s*.gui/" << none;
        QTest::newRow("the desk includes no agent") << "gui"
                                                    << "#\\s*include\\s*.agent/" << none;
        QTest::newRow("gui/core has no Widgets")
            << "gui/core"
            << "#\\s*include\\s*<(QtWidgets|QWidget|QDialog|QMainWindow|QMessageBox)" << none;
        QTest::newRow("netlink and raw sockets live in agent/linux")
            << "agent"
            << "#\\s*include\\s*<(netlink/|linux/|net/if|netinet/ip|netpacket)"
            << "agent/linux/";
        QTest::newRow("unit tests do not sleep") << "tests/unit"
                                                 << "(sleep_for|\\busleep\\(|QTest::qSleep|QThread::m?sleep)" << none;
    }
    void forbidden()
    {
        QFETCH(QString, folder);
        QFETCH(QString, pattern);
        QFETCH(QString, except);
        const QRegularExpression wanted(pattern);
        QVERIFY(wanted.isValid());
        const auto sources = sourcesBelow(folder, code());
        QVERIFY2(!sources.isEmpty(), "nothing was read: is the folder still there?");
        QStringList found;
        for (const auto &source : sources) {
            if (source.path.endsWith(QLatin1String("tst_tree.cpp")) ||
                (!except.isEmpty() && source.path.startsWith(except)))
                continue;
            for (qsizetype i = 0; i < source.lines.size(); ++i) {
                if (wanted.match(source.lines.at(i)).hasMatch())
                    found << QStringLiteral("%1:%2: %3").arg(source.path).arg(i + 1).arg(source.lines.at(i).trimmed());
            }
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void filesStayShort()
    {
        QStringList tooLong;
        for (const auto *folder : {"common", "agent", "gui", "tests"}) {
            for (const auto &source : sourcesBelow(QString::fromLatin1(folder), code())) {
                if (source.lines.size() > 700)
                    tooLong << QStringLiteral("%1 has %2 lines").arg(source.path).arg(source.lines.size());
            }
        }
        QVERIFY2(tooLong.isEmpty(), qPrintable(tooLong.join(u'\n')));
    }

    /// Inputs in a folder that no target reads would look like a test.
    void everyFolderOfFuzzInputsHasItsTarget()
    {
        const QDir root(QStringLiteral(TWINHELM_SOURCE_DIR "/tests"));
        const auto folders =
            QDir(root.filePath(QStringLiteral("data/fuzz"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QVERIFY(folders.size() > 4);
        for (const auto &name : folders) {
            const auto there = [&](const char *folder) {
                return root.exists(QStringLiteral("fuzz/%1/%2_target.cpp").arg(QLatin1String(folder), name));
            };
            QVERIFY2(there("common") || there("agent"), qPrintable(name));
        }
    }

    void everyDependencyIsNamedOnce()
    {
        QFile list(QStringLiteral(TWINHELM_SOURCE_DIR "/installer/dependencies"));
        QVERIFY(list.open(QIODevice::ReadOnly));
        const QStringList groups{"build", "agent", "gui", "run-agent", "run-gui", "fuzz", "lab"};
        QSet<QString> seen;
        for (const auto &line : QString::fromUtf8(list.readAll()).split(u'\n')) {
            const auto words = line.section(u'#', 0, 0).simplified().split(u' ', Qt::SkipEmptyParts);
            if (words.isEmpty())
                continue;
            QVERIFY2(words.size() == 2 && groups.contains(words.at(0)), qPrintable(line));
            QVERIFY2(!seen.contains(words.at(1)), qPrintable(words.at(1) + QStringLiteral(" is named twice")));
            seen.insert(words.at(1));
        }
        QVERIFY(seen.size() > 20);
    }
};

QTEST_APPLESS_MAIN(TestTree)
#include "tst_tree.moc"
