using CareTeam.Server.Therapy;
using static CareTeam.Rules.Tests.Therapy.GivenTherapy;

namespace CareTeam.Rules.Tests.Therapy;

public sealed class FitDeviceTests
{
    private static readonly FitDevice UseCase = new(Table);

    private static FitDeviceRequest Fit(string day = "") => new() { PlanId = Given.PlanId, RequestId = Given.RequestId, DeviceId = DeviceId, FittedDate = day, Fitting = "Snug." };

    [Fact]
    public void It_is_fitted_and_its_task_is_done()
    {
        var after = Plan().Device().When(UseCase, Fit(), Orthotist).After;
        var device = after.Devices.Single();
        Assert.Equal((DeviceStatus.Fitted, Orthotist, "2026-03-02", "Snug."), (device.Status, device.FittedBy, device.FittedDate, device.Fitting));
        Assert.Equal(TaskStatus.Completed, after.Tasks.Single().Status);
    }

    [Fact]
    public void A_task_that_was_cancelled_stays_cancelled() =>
        Assert.Single(Plan().Device().Event(new() { TaskCancelled = new() { TaskId = Given.TaskId } }).When(UseCase, Fit(), Orthotist).Events);

    [Fact]
    public void Only_on_a_prescription_and_once()
    {
        Plan().When(UseCase, Fit(), Orthotist).ThenNotFound();
        Plan().Device(DeviceStatus.Fitted).When(UseCase, Fit(), Orthotist).ThenRefused("device.lifecycle");
        Plan().Device(DeviceStatus.Discontinued).When(UseCase, Fit(), Orthotist).ThenRefused("device.lifecycle");
        Plan().Device(DeviceStatus.Fitted).When(UseCase, Fit(), Given.Lead).ThenNothing();
    }

    [Fact]
    public void Not_before_it_was_prescribed_and_not_in_the_future()
    {
        Plan().Device().When(UseCase, Fit("2026-03-01"), Orthotist).ThenInvalid("fitted_date");
        Plan().Device().When(UseCase, Fit("2026-03-03"), Orthotist).ThenInvalid("fitted_date");
    }

    [Fact]
    public void Who_may_not_fit_does_not() => Plan().Device().When(UseCase, Fit(), Nurse).ThenForbidden("MAY_NOT_FIT_DEVICES");

    [Fact]
    public void It_names_the_device() => Assert.Equal(["device_id"], Fields.Violated(UseCase, new FitDeviceRequest { PlanId = Given.PlanId, RequestId = Given.RequestId }));
}
