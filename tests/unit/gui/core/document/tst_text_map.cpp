#include "gui/core/document/text_map.h"

#include <QtTest>

using twinhelm::desk::TextMap;

class TestTextMap : public QObject
{
    Q_OBJECT

private slots:
    void positions_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("byteOf");
        const auto bad = QString(QChar(QChar::ReplacementCharacter));
        QTest::newRow("empty") << QByteArray() << QString() << QList<int>{0};
        QTest::newRow("ascii") << QByteArray("ab") << QStringLiteral("ab") << QList<int>{0, 1, 2};
        QTest::newRow("two bytes") << QByteArray("aäb") << QStringLiteral("aäb") << QList<int>{0, 1, 3, 4};
        QTest::newRow("three bytes") << QByteArray("€x") << QStringLiteral("€x") << QList<int>{0, 3, 4};
        QTest::newRow("four bytes") << QByteArray("\xF0\x9F\x98\x80x") << QString::fromUtf8("\xF0\x9F\x98\x80x")
                                    << QList<int>{0, 0, 4, 5};
        QTest::newRow("CRLF") << QByteArray("a\r\nb") << QStringLiteral("a\nb") << QList<int>{0, 1, 3, 4};
        QTest::newRow("lone CR") << QByteArray("a\rb") << QStringLiteral("a\nb") << QList<int>{0, 1, 2, 3};
        QTest::newRow("latin-1") << QByteArray("a\xE4"
                                               "b")
                                 << QStringLiteral("a%1b").arg(bad) << QList<int>{0, 1, 2, 3};
        QTest::newRow("cut short") << QByteArray("\xE2\x82") << bad + bad << QList<int>{0, 1, 2};
        QTest::newRow("overlong") << QByteArray("\xC0\xAF") << bad + bad << QList<int>{0, 1, 2};
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << bad + bad + bad << QList<int>{0, 1, 2, 3};
        QTest::newRow("too large") << QByteArray("\xF4\x90\x80\x80") << bad + bad + bad + bad
                                   << QList<int>{0, 1, 2, 3, 4};
    }
    void positions()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QFETCH(QList<int>, byteOf);
        const TextMap map(bytes);
        QCOMPARE(map.text(), text);
        for (qsizetype i = 0; i < byteOf.size(); ++i)
            QCOMPARE(map.byteAt(i), byteOf[i]);
        for (qsizetype i = byteOf.size() - 1; i >= 0; --i) {
            if (i == 0 || byteOf[i - 1] != byteOf[i])
                QCOMPARE(map.positionAt(byteOf[i]), i);
        }
        QCOMPARE(map.byteAt(-5), 0);
        QCOMPARE(map.byteAt(1000), bytes.size());
        QCOMPARE(map.positionAt(1000), text.size());
    }

    void typedLinesTakeTheFilesLineBreak()
    {
        QCOMPARE(TextMap("a\r\nb\n").encode(QStringLiteral("x\ny")), QByteArray("x\r\ny"));
        QCOMPARE(TextMap("a\nb\r\n").encode(QStringLiteral("x\ny")), QByteArray("x\ny"));
        QCOMPARE(TextMap("").encode(QStringLiteral("x") + QChar(QChar::ParagraphSeparator)), QByteArray("x\n"));
    }
};

QTEST_GUILESS_MAIN(TestTextMap)
#include "tst_text_map.moc"
