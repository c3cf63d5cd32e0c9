using k8s;
using k8s.Models;

namespace SocietyParty.Graph.Tests.Service.Deploy;

/// <summary>
/// The manifests as Kubernetes' own types, which refuse a field that they do not know: readiness, rolling update, restricted pods, and
/// secrets by reference.
/// </summary>
public sealed class KubernetesTests
{
    private static readonly IReadOnlyList<object> All = KubernetesYaml.LoadAllFromString(
        Deployment.Read("kubernetes", "societyparty.yaml"),
        strict: true
    );

    private static V1Deployment Service => All.OfType<V1Deployment>().Single(one => one.Metadata.Name == "societyparty");

    [Fact]
    public void Every_pod_is_restricted()
    {
        All.OfType<V1Namespace>().Single().Metadata.Labels["pod-security.kubernetes.io/enforce"].ShouldBe("restricted");
        Pods().Count.ShouldBe(3);
        foreach (var pod in Pods())
        {
            pod.SecurityContext.RunAsNonRoot.ShouldBe(true);
            pod.SecurityContext.RunAsUser.ShouldNotBe(0);
            pod.SecurityContext.SeccompProfile.Type.ShouldBe("RuntimeDefault");
            pod.AutomountServiceAccountToken.ShouldBe(false);
            foreach (var container in pod.Containers)
            {
                container.SecurityContext.AllowPrivilegeEscalation.ShouldBe(false);
                container.SecurityContext.ReadOnlyRootFilesystem.ShouldBe(true);
                container.SecurityContext.Capabilities.Drop.ShouldBe(["ALL"]);
                container.Resources.Limits.Keys.ShouldContain("memory");
                container.Resources.Requests.Keys.ShouldBe(["cpu", "memory"], ignoreOrder: true);
                // What is written goes to volumes.
                container.VolumeMounts.Select(mount => mount.MountPath).ShouldContain("/tmp");
                pod.Volumes.Select(volume => volume.Name).ShouldBe(container.VolumeMounts.Select(mount => mount.Name), ignoreOrder: true);
            }
        }
    }

    [Fact]
    public void Secrets_are_named_and_never_written()
    {
        All.OfType<V1Secret>().ShouldBeEmpty();
        foreach (var container in Pods().SelectMany(pod => pod.Containers))
        {
            var database = container.Env.Single(variable => variable.Name == "ConnectionStrings__Graph");
            database.Value.ShouldBeNull();
            database.ValueFrom.SecretKeyRef.Name.ShouldBe("societyparty-database");
        }

        Deployment.Read("kubernetes", "societyparty.yaml").ShouldNotContain("Password=");
    }

    [Fact]
    public void An_update_takes_no_instance_away_before_another_is_ready()
    {
        var strategy = Service.Spec.Strategy;
        strategy.Type.ShouldBe("RollingUpdate");
        strategy.RollingUpdate.MaxUnavailable.Value.ShouldBe("0");
        strategy.RollingUpdate.MaxSurge.Value.ShouldBe("1");
        Service.Spec.Replicas.ShouldBe(2);
        var budget = All.OfType<V1PodDisruptionBudget>().Single();
        budget.Spec.MinAvailable.Value.ShouldBe("1");
        budget.Spec.Selector.MatchLabels.ShouldBe(Service.Spec.Template.Metadata.Labels);
        // Two loaders at once would only refuse each other.
        var loader = All.OfType<V1Deployment>().Single(one => one.Metadata.Name == "societyparty-loader");
        loader.Spec.Strategy.Type.ShouldBe("Recreate");
        loader.Spec.Replicas.ShouldBe(1);
        loader.Spec.Template.Metadata.Labels.ShouldNotBe(Service.Spec.Template.Metadata.Labels);
    }

    [Fact]
    public void Probes_ask_what_the_service_answers()
    {
        var container = Service.Spec.Template.Spec.Containers.Single();
        container.ReadinessProbe.HttpGet.Path.ShouldBe(SocietyParty.Service.Health.HealthEndpoints.Ready);
        // A database that is away is not mended by starting the service anew.
        container.LivenessProbe.HttpGet.Path.ShouldBe(SocietyParty.Service.Health.HealthEndpoints.Alive);
        container.StartupProbe.HttpGet.Path.ShouldBe(SocietyParty.Service.Health.HealthEndpoints.Alive);
        var port = container.Ports.Single();
        container.Args.ShouldContain($"http://*:{port.ContainerPort}");
        All.OfType<V1Service>().Single().Spec.Ports.Single().TargetPort.Value.ShouldBe(port.Name);
        All.OfType<V1Service>().Single().Spec.Selector.ShouldBe(Service.Spec.Template.Metadata.Labels);
    }

    [Fact]
    public void Every_label_that_selects_is_one_that_pods_have()
    {
        foreach (var deployment in All.OfType<V1Deployment>())
        {
            deployment.Spec.Selector.MatchLabels.ShouldBe(deployment.Spec.Template.Metadata.Labels);
        }

        All.OfType<V1NetworkPolicy>().Single().Spec.PodSelector.MatchLabels.ShouldBe(Service.Spec.Template.Metadata.Labels);
        var claimed = Pods()
            .SelectMany(pod => pod.Volumes)
            .Where(volume => volume.PersistentVolumeClaim is not null)
            .Select(volume => volume.PersistentVolumeClaim.ClaimName);
        claimed.ShouldBe(All.OfType<V1PersistentVolumeClaim>().Select(claim => claim.Metadata.Name));
    }

    [Fact]
    public void What_is_started_is_understood()
    {
        foreach (var container in Pods().SelectMany(pod => pod.Containers))
        {
            Deployment.IsUnderstood([.. container.Command ?? ["dotnet", "SocietyParty.Service.dll"], .. container.Args]);
        }
    }

    private static List<V1PodSpec> Pods() =>
        [
            .. All.OfType<V1Deployment>().Select(one => one.Spec.Template.Spec),
            .. All.OfType<V1CronJob>().Select(one => one.Spec.JobTemplate.Spec.Template.Spec),
        ];
}
