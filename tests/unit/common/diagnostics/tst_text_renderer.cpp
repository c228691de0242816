#include "common/diagnostics/text_renderer.h"

#include <QtTest>

using namespace twinhelm;

class TestTextRenderer : public QObject
{
    Q_OBJECT

private slots:
    void showsPlaceLineAndMark()
    {
        config::SourceSet sources;
        sources.add("a.conf", "vrrp_instance A {\n\tpriority 300\n}\n");
        Diagnostic one{"K0102", Severity::Error, {0, 28, 31}, "Too large.", {}, {}, {}};
        one.notes.push_back({{0, 0, 13}, "In here."});
        one.fixes.push_back({"Write 255", {}, Certainty::Guess});
        QCOMPARE(renderText(one, sources), std::string("a.conf:2:11: error: Too large. [K0102]\n"
                                                       "    \tpriority 300\n"
                                                       "    \t         ^~~\n"
                                                       "a.conf:1:1: note: In here.\n"
                                                       "    vrrp_instance A {\n"
                                                       "    ^~~~~~~~~~~~~\n"
                                                       "    mend: Write 255\n"));
    }

    void countsCharactersNotBytes()
    {
        config::SourceSet sources;
        sources.add("a.conf", "router_id \xe4\xb8\xbb x\n");
        const Diagnostic one{"K0001", Severity::Hint, {0, 14, 15}, "m", {}, {}, {}};
        QCOMPARE(renderText(one, sources), std::string("a.conf:1:15: hint: m [K0001]\n"
                                                       "    router_id \xe4\xb8\xbb x\n"
                                                       "                ^\n"));
    }

    void sumsUp()
    {
        config::SourceSet sources;
        sources.add("a.conf", "a\n");
        const Diagnostic error{"K0001", Severity::Error, {}, "m", {}, {}, {}};
        const Diagnostic warning{"K0002", Severity::Warning, {}, "m", {}, {}, {}};
        QVERIFY(renderText(Diagnostics{error, warning, warning}, sources).ends_with("\n1 error, 2 warnings\n"));
        QCOMPARE(renderText(Diagnostics{}, sources), std::string());
    }

    void survivesOddRanges()
    {
        config::SourceSet sources;
        sources.add("a.conf", std::string(500, 'a'));
        for (const SourceRange range : {SourceRange{0, 400, 450}, SourceRange{0, 5000, 6000}, SourceRange{7, 0, 1}})
            QVERIFY(!renderText(Diagnostic{"K0001", Severity::Error, range, "m", {}, {}, {}}, sources).empty());
    }
};

QTEST_APPLESS_MAIN(TestTextRenderer)
#include "tst_text_renderer.moc"
