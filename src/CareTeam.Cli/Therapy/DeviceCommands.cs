namespace CareTeam.Cli.Therapy;

public static class DeviceCommands
{
    public static Command Group() => new("device", "Braces, orthoses, canes, TENS units: prescribed, fitted, discontinued") { DevicePrescribe.Command(), DeviceFit.Command(), DeviceDiscontinue.Command() };
}
