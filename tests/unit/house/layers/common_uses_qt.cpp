// Must not compile: th_common gives nobody Qt.
#include <QString>

int main()
{
    return QString().size();
}
