using Google.Protobuf;

namespace CareTeam.Server.Tests.Therapy;

/// <summary>Devices among the random commands.</summary>
public sealed class RandomDevices : IRandomCommands
{
    public int Kinds => 3;

    public IMessage Request(string planId, IReadOnlyList<string> ids, int kind, int target) => kind switch
    {
        0 => new PrescribeDeviceRequest { PlanId = planId, RequestId = New.Id(), DeviceId = ids[target], Kind = DeviceKind.Tens, Description = "d", StopDate = "2099-05-01" },
        1 => new FitDeviceRequest { PlanId = planId, RequestId = New.Id(), DeviceId = ids[target] },
        _ => new DiscontinueDeviceRequest { PlanId = planId, RequestId = New.Id(), DeviceId = ids[target], Reason = "r" },
    };
}
