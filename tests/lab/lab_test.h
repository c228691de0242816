#pragma once

#include <cstdio>
#include <string>

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

/// What Qt Test's messages are too short for: whole logs.
inline void showLong(const std::string &text)
{
    std::fputs(text.c_str(), stderr);
}

/// As QVERIFY, and shows the logs of every host when it does not hold.
#define VERIFY_IN_LAB(condition, lab)                                                                                  \
    do {                                                                                                               \
        const bool holds = static_cast<bool>(condition);                                                               \
        if (!holds)                                                                                                    \
            showLong((lab).logs());                                                                                    \
        QVERIFY2(holds, #condition);                                                                                   \
    } while (false)
