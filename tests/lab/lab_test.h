#pragma once

#include <QtTest>

#include "tests/lab/lab.h"

/// For initTestCase() of every test that builds a lab: fails with one clear line where no lab can be built,
/// unless TH_LAB=skip says that this is known.
#define REQUIRE_LAB()                                                                                                  \
    do {                                                                                                               \
        const auto why = twinhelm::lab::whyNoLab();                                                                    \
        if (!why.empty() && qgetenv("TH_LAB") == "skip")                                                               \
            QSKIP(why.c_str());                                                                                        \
        if (!why.empty())                                                                                              \
            QFAIL(why.c_str());                                                                                        \
    } while (false)

/// For cleanup(): the logs of every host, when the test has failed.
inline void showLogsOnFailure(const twinhelm::lab::Lab &lab)
{
    if (QTest::currentTestFailed())
        qWarning().noquote() << QString::fromStdString(lab.logs());
}
