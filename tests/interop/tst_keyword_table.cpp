#include <array>
#include <cmath>
#include <map>
#include <set>

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QVersionNumber>
#include <QtTest>

#include "common/config/schema/choice.h"
#include "common/config/schema/schema.h"

using namespace twinhelm::config;
using schema::Keyword;
using schema::Kind;

namespace
{

/// Where Debian's keepalived is not of the table's opinion, and why.
struct Difference {
    const char *keyword;
    const char *reason;
};
constexpr Difference differences[] = {
    {"global_defs/vrrp_ipsets", "Debian builds without iptables"},
    {"global_defs/tmp_config_directory", "read by the parent before all else, and cannot be asked twice"},
    {"vrrp_script/interval", "2.2 takes whole seconds up to 4294, 2.4 fractions"},
    {"vrrp_script/timeout", "2.2 takes whole seconds up to 4294, 2.4 fractions"},
    {"garp_group/garp_interval", "2.2 ends at 2147.483647"},
    {"garp_group/gna_interval", "2.2 ends at 2147.483647"},
    {"virtual_server/ip_family", "must fit the address of the service"},
};

/// Words at the top level that decide about the whole file, and so cannot be asked about within one.
const std::set<std::string_view> once{"net_namespace", "net_namespace_ipvs", "instance", "use_pid_dir"};

QString pathOf(const schema::Block &block, const Keyword &keyword)
{
    auto path = std::string(block.path) + (block.path.empty() ? "" : "/") + std::string(keyword.name);
    return QString::fromStdString(path);
}

bool differs(const QString &path)
{
    return std::any_of(std::begin(differences), std::end(differences),
                       [&](const auto &one) { return path == QLatin1String(one.keyword); });
}

/// Whether Debian's keepalived is too old to know it.
bool isNewer(std::string_view version)
{
    const auto text = QString::fromUtf8(version.data(), static_cast<qsizetype>(version.size()));
    return QVersionNumber::fromString(text) > QVersionNumber(2, 2, 7);
}

std::string header(std::string_view word, int number)
{
    static const std::set<std::string_view> named{"track_group",     "vrrp_track_process", "track_file",
                                                  "vrrp_track_file", "vrrp_script",        "vrrp_sync_group",
                                                  "vrrp_instance",   "bfd_instance",       "virtual_server_group"};
    if (named.contains(word))
        return std::string(word) + " N" + std::to_string(number);
    if (word == "virtual_server" || word == "real_server")
        return std::string(word) + " 10.0.0.1 " + std::to_string(1 + number % 65000);
    return std::string(word);
}

/// A value that is right for the keyword, as far as its row says.
std::string sample(const Keyword &keyword)
{
    const auto choices = schema::choiceList(keyword.choices);
    if (!choices.empty())
        return std::string(choices.front());
    switch (keyword.kind) {
    case Kind::Uint:
    case Kind::Int: return QString::number(keyword.min, 'f', 0).toStdString();
    case Kind::Decimal:
    case Kind::Mask: return "1";
    case Kind::Bool: return "true";
    case Kind::Address: return "10.0.0.9";
    case Kind::Interface: return "lo";
    case Kind::Command: return "/bin/true";
    case Kind::Hex: return "00";
    case Kind::Regex: return "\"x\"";
    case Kind::Flag: return "";
    default: return "1";
    }
}

/// A configuration in which each line of interest stands in a block of its own, and what keepalived says to each.
class Questions
{
public:
    struct Answer {
        QString path;
        QString question;
        QStringList complaints;
    };

    void ask(const schema::Block &block, const Keyword &keyword, const std::string &value)
    {
        ++number_;
        int depth = 0;
        for (std::string_view rest = block.path; !rest.empty(); ++depth) {
            const auto word = rest.substr(0, rest.find('/'));
            line(header(word, number_) + " {");
            rest.remove_prefix(std::min(word.size() + 1, rest.size()));
            if (word == "virtual_server")
                line("sorry_server 10.0.0.8 80");
            // keepalived 2.2.7 crashes over a wrong check without a page to fetch.
            const bool fetches = word == "HTTP_GET" || word == "SSL_GET";
            if (fetches && rest.empty() && keyword.name != "url") {
                for (const char *text : {"url {", "path /", "}"})
                    line(text);
            }
        }
        if (keyword.opensBlock()) {
            line(header(keyword.name, number_) + " {");
            ++depth;
        } else {
            line(std::string(keyword.name) + ' ' + value);
        }
        asked_[lines_] = {pathOf(block, keyword), QString::fromStdString(std::string(keyword.name) + ' ' + value), {}};
        for (; depth > 0; --depth)
            line("}");
    }

    [[nodiscard]] QList<Answer> answers() const
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("k.conf")));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(text_.data(), static_cast<qint64>(text_.size()));
        file.close();
        QProcess keepalived;
        keepalived.setProcessChannelMode(QProcess::MergedChannels);
        keepalived.start(QStringLiteral("keepalived"), {QStringLiteral("-t"), QStringLiteral("-f"), file.fileName()});
        if (!keepalived.waitForFinished(60000) || keepalived.exitStatus() != QProcess::NormalExit)
            return {};
        auto asked = asked_;
        static const QRegularExpression where(QStringLiteral("Line ([0-9]+)\\) (.*)"));
        for (const auto &output : QString::fromUtf8(keepalived.readAll()).split(u'\n')) {
            const auto found = where.match(output);
            const auto answer = found.hasMatch() ? asked.find(found.captured(1).toInt()) : asked.end();
            if (answer != asked.end())
                answer->second.complaints << found.captured(2);
        }
        QList<Answer> out;
        for (const auto &[line, answer] : asked)
            out << answer;
        return out;
    }

private:
    void line(const std::string &text)
    {
        text_ += text + '\n';
        ++lines_;
    }

    std::string text_;
    int lines_ = 0;
    int number_ = 0;
    std::map<int, Answer> asked_;
};

template<typename Ask>
void forEachKeyword(const Ask &ask)
{
    for (const auto &block : schema::blocks()) {
        if (block.entries)
            continue;
        for (const auto &keyword : block.keywords) {
            if (!(block.path.empty() && once.contains(keyword.name)))
                ask(block, keyword);
        }
    }
}

} // namespace

/// The table against the program it describes: Debian's keepalived 2.2.7 reads files made from the rows.
class TestKeywordTable : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("keepalived")).isEmpty())
            QSKIP("keepalived is not installed: the keyword table is NOT compared with it");
    }

    /// `since` and the removed words: what is newer is unknown to it, what is older is known.
    void knowsTheSameWords()
    {
        Questions questions;
        std::map<QString, bool> known;
        forEachKeyword([&](const schema::Block &block, const Keyword &keyword) {
            if (keyword.name.starts_with('<'))
                return;
            questions.ask(block, keyword, sample(keyword));
            known[pathOf(block, keyword)] = !isNewer(keyword.since) && keyword.kind != Kind::Removed;
        });
        const auto answers = questions.answers();
        QVERIFY2(answers.size() > 450, "keepalived did not read the file");
        QStringList wrong;
        for (const auto &answer : answers) {
            const bool unknown = !answer.complaints.filter(QStringLiteral("nknown keyword")).isEmpty();
            // Inside a block that it does not know, it skips everything.
            const bool inNewBlock = answer.path.startsWith(QLatin1String("vrrp_instance/auth_hmac/"));
            if (unknown == known[answer.path] && !differs(answer.path) && !inNewBlock)
                wrong << answer.path +
                             (unknown ? QStringLiteral(" is unknown to it") : QStringLiteral(" is known to it"));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("\n") + wrong.join(u'\n')));
    }

    void numbersHaveItsBounds()
    {
        Questions inside;
        Questions outside;
        forEachKeyword([&](const schema::Block &block, const Keyword &keyword) {
            const bool number =
                keyword.kind == Kind::Uint || keyword.kind == Kind::Int || keyword.kind == Kind::Decimal;
            if (!number || !keyword.hasRange || isNewer(keyword.since) || differs(pathOf(block, keyword)))
                return;
            const auto text = [&](double value) { return QString::number(value, 'f', keyword.decimals).toStdString(); };
            // A double cannot tell 18446744073709.551614 from its neighbours: a step is more there.
            const double step = keyword.max > 1e12 ? 1 : std::pow(10, -keyword.decimals);
            if (!(keyword.zeroIsOne && keyword.min == 0))
                inside.ask(block, keyword, text(keyword.min));
            inside.ask(block, keyword, text(keyword.max > 1e12 ? keyword.max - step : keyword.max));
            outside.ask(block, keyword, text(keyword.min - std::pow(10, -keyword.decimals)));
            outside.ask(block, keyword, text(keyword.max + step));
        });
        QStringList wrong;
        const auto accepted = inside.answers();
        const auto refused = outside.answers();
        QVERIFY2(accepted.size() > 250 && refused.size() > 250, "keepalived did not read the files");
        for (const auto &answer : accepted) {
            for (const auto &complaint : answer.complaints) {
                if (!complaint.contains(QLatin1String("deprecated")))
                    wrong << answer.path + QStringLiteral(": ") + answer.question + QStringLiteral(": ") + complaint;
            }
        }
        for (const auto &answer : refused) {
            if (answer.complaints.isEmpty())
                wrong << answer.path + QStringLiteral(": ") + answer.question + QStringLiteral(" is accepted");
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("\n") + wrong.join(u'\n')));
    }

    void choicesAreItsChoices()
    {
        Questions questions;
        forEachKeyword([&](const schema::Block &block, const Keyword &keyword) {
            if (keyword.kind != Kind::Enum || isNewer(keyword.since) || differs(pathOf(block, keyword)))
                return;
            for (const auto word : schema::choiceList(keyword.choices))
                questions.ask(block, keyword, std::string(word));
            questions.ask(block, keyword, "nonsense");
        });
        QStringList wrong;
        const auto answers = questions.answers();
        QVERIFY2(answers.size() > 60, "keepalived did not read the file");
        for (const auto &answer : answers) {
            const bool nonsense = answer.question.endsWith(QLatin1String("nonsense"));
            const auto complaints =
                answer.complaints.filter(QRegularExpression(QStringLiteral("^(?!.*(deprecated|ignoring ADVERT))")));
            if (complaints.isEmpty() == nonsense)
                wrong << answer.path + QStringLiteral(": ") + answer.question + QStringLiteral(": ") +
                             complaints.join(u'|');
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("\n") + wrong.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestKeywordTable)
#include "tst_keyword_table.moc"
