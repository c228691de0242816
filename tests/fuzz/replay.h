#pragma once

#include <QDirIterator>
#include <QtTest>

#include "tests/fuzz/targets.h"

namespace twinhelm::fuzz
{

/// Every file below a folder through a target, without a fuzzer. A promise that does not hold aborts; more
/// than a second for one input fails the test.
inline void replay(const Target &target, const QString &folder)
{
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        QElapsedTimer timer;
        timer.start();
        target.run({bytes.constData(), std::size_t(bytes.size())});
        QVERIFY2(timer.elapsed() < 1000, qPrintable(file.fileName()));
    }
}

/// A row for each target that is linked.
inline void targetRows()
{
    QTest::addColumn<QString>("target");
    for (const auto &target : targets()) {
        const auto name = QString::fromLatin1(target.name.data(), qsizetype(target.name.size()));
        QTest::newRow(qPrintable(name)) << name;
    }
}

} // namespace twinhelm::fuzz
