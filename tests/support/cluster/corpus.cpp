#include "tests/support/cluster/corpus.h"

#include <algorithm>
#include <random>

#include <QDir>
#include <QFile>
#include <QString>

namespace twinhelm::test
{

std::vector<CorpusFile> realFiles()
{
    std::vector<CorpusFile> out;
    const QString shared = QStringLiteral(TWINHELM_SOURCE_DIR "/../shared/");
    for (const auto *folder : {"corpus/conf", "keepalived/samples", "seeds"}) {
        const QDir files(shared + QLatin1String(folder));
        for (const auto &name : files.entryList(QDir::Files, QDir::Name)) {
            QFile file(files.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                out.push_back({name.toStdString(), file.readAll().toStdString()});
        }
    }
    return out;
}

std::vector<std::vector<std::size_t>> realClusters(const std::vector<CorpusFile> &files)
{
    QFile index(QStringLiteral(TWINHELM_SOURCE_DIR "/../shared/corpus/index.tsv"));
    std::vector<std::vector<std::size_t>> out;
    if (!index.open(QIODevice::ReadOnly))
        return out;
    const auto find = [&](const QByteArray &number) {
        for (std::size_t i = 0; i < files.size(); ++i) {
            if (files[i].name.starts_with((number + "_").toStdString()))
                return i;
        }
        return files.size();
    };
    for (const auto &line : index.readAll().split('\n')) {
        const auto cells = line.split('\t');
        if (cells.size() < 7 || cells[0].toInt() == 0 || cells[6].isEmpty() ||
            cells[0].toInt() > cells[6].split(',').front().toInt())
            continue;
        std::vector<std::size_t> cluster{find(cells[0])};
        for (const auto &other : cells[6].split(','))
            cluster.push_back(find(other));
        if (std::find(cluster.begin(), cluster.end(), files.size()) == cluster.end())
            out.push_back(std::move(cluster));
    }
    return out;
}

std::string variant(const std::string &text, unsigned seed)
{
    std::mt19937 random(seed);
    const auto chance = [&](unsigned percent) { return random() % 100 < percent; };
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size() - 1) + 1;
        lines.push_back(text.substr(at, end - at));
        at = end;
    }
    std::string out;
    std::string held; // a line that comes later
    for (const auto &line : lines) {
        const auto first = line.find_first_not_of(" \t");
        const bool brace = line.find_first_of("{}\"\\$") != std::string::npos;
        const bool comment = first != std::string::npos && (line[first] == '#' || line[first] == '!');
        const auto digit = line.find_first_of("0123456789");
        auto mine = line;
        if (!brace && !comment && digit != std::string::npos && chance(15))
            mine[digit] = static_cast<char>('1' + random() % 9);
        if (!brace && !comment && chance(3))
            continue;
        if (comment && chance(20))
            mine.insert(first + 1, " of another node,");
        if (!brace && held.empty() && chance(3)) {
            held = mine.ends_with('\n') ? mine : mine + '\n';
            continue;
        }
        out += mine;
        if (!brace && chance(3) && out.ends_with('\n'))
            out += chance(50) ? "# only here\n" : "  only_here yes # really\n";
        if (!brace && !held.empty() && chance(30) && out.ends_with('\n')) {
            out += held;
            held.clear();
        }
        if (line.starts_with('}') && chance(20) && out.ends_with('\n'))
            out += "\n# a block more\nvrrp_script only_here {\n    script \"/bin/true\"\n}\n";
    }
    return out + (out.empty() || out.ends_with('\n') ? "" : "\n") + held;
}

} // namespace twinhelm::test
