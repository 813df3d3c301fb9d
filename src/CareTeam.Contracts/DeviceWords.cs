using CareTeam.V1;

namespace CareTeam;

/// <summary>Devices as a clinician says them.</summary>
public static class DeviceWords
{
    /// <summary>lumbar brace; TENS.</summary>
    public static string Name(this DeviceKind kind) => kind == DeviceKind.Tens ? "TENS" : kind.Spoken();
}
