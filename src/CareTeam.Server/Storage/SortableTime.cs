using System.Globalization;

namespace CareTeam.Server.Storage;

/// <summary>A time as text whose order is the order of time; a column of it sorts and pages like any other.</summary>
public static class SortableTime
{
    public static string Of(Timestamp time) => time.ToDateTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
