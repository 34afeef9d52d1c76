package main

import (
	"context"
	"strconv"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/tools/events"

	"go.uber.org/zap/zapcore"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/controller/controllerutil"
	"sigs.k8s.io/controller-runtime/pkg/handler"
	"sigs.k8s.io/controller-runtime/pkg/reconcile"
)

const (
	finalizer       = "example.com/scenario"
	deploymentLabel = "example.com/deployment"
	ownerIndex      = "owner"
	// quiet leaves out all but errors of the library.
	quiet = zapcore.ErrorLevel
)

// Reconciler keeps a ConfigMap for every Deployment, with what its spec says and the digest of the Secrets that name it.
type Reconciler struct {
	client.Client
	Scheme *runtime.Scheme
	Events events.EventRecorder
}

// SetupWithManager registers the index and the watches.
func (r *Reconciler) SetupWithManager(ctx context.Context, manager ctrl.Manager) error {
	owner := func(object client.Object) []string {
		if reference := metav1.GetControllerOf(object); reference != nil && reference.Kind == "Deployment" {
			return []string{reference.Name}
		}
		return nil
	}
	if err := manager.GetFieldIndexer().IndexField(ctx, &corev1.ConfigMap{}, ownerIndex, owner); err != nil {
		return err
	}
	named := handler.EnqueueRequestsFromMapFunc(func(_ context.Context, secret client.Object) []reconcile.Request {
		name, ok := secret.GetLabels()[deploymentLabel]
		if !ok {
			return nil
		}
		return []reconcile.Request{{NamespacedName: client.ObjectKey{Namespace: secret.GetNamespace(), Name: name}}}
	})
	return ctrl.NewControllerManagedBy(manager).For(&appsv1.Deployment{}).Owns(&corev1.ConfigMap{}).
		WatchesMetadata(&corev1.Secret{}, named).Complete(r)
}

// Reconcile brings one Deployment's ConfigMap, status and finalizer to what they have to be.
func (r *Reconciler) Reconcile(ctx context.Context, request ctrl.Request) (ctrl.Result, error) {
	web := &appsv1.Deployment{}
	if err := r.Get(ctx, request.NamespacedName, web); err != nil {
		return ctrl.Result{}, client.IgnoreNotFound(err)
	}
	if web.DeletionTimestamp != nil {
		return ctrl.Result{}, r.finish(ctx, web)
	}
	if controllerutil.AddFinalizer(web, finalizer) {
		if err := r.Update(ctx, web); err != nil {
			return ctrl.Result{}, err
		}
	}
	if err := r.keepConfig(ctx, web); err != nil {
		return ctrl.Result{}, err
	}
	before := client.MergeFrom(web.DeepCopy())
	web.Status.ObservedGeneration, web.Status.Replicas = web.Generation, *web.Spec.Replicas
	return ctrl.Result{}, r.Status().Patch(ctx, web, before)
}

func (r *Reconciler) keepConfig(ctx context.Context, web *appsv1.Deployment) error {
	secrets := &metav1.PartialObjectMetadataList{}
	secrets.SetGroupVersionKind(corev1.SchemeGroupVersion.WithKind("SecretList"))
	if err := r.List(ctx, secrets, client.InNamespace(web.Namespace), client.MatchingLabels{deploymentLabel: web.Name}); err != nil {
		return err
	}
	config := &corev1.ConfigMap{ObjectMeta: metav1.ObjectMeta{Namespace: web.Namespace, Name: web.Name + "-config"}}
	result, err := controllerutil.CreateOrUpdate(ctx, r.Client, config, func() error {
		config.Data = map[string]string{"replicas": strconv.Itoa(int(*web.Spec.Replicas)), "image": web.Spec.Template.Spec.Containers[0].Image}
		for _, secret := range secrets.Items {
			config.Data["digest"] += secret.Annotations["digest"]
		}
		return controllerutil.SetControllerReference(web, config, r.Scheme)
	})
	if err == nil && result != controllerutil.OperationResultNone {
		r.Events.Eventf(web, config, corev1.EventTypeNormal, "Configured", "Configure", "the ConfigMap was %s", result)
	}
	return err
}

func (r *Reconciler) finish(ctx context.Context, web *appsv1.Deployment) error {
	config := &corev1.ConfigMap{ObjectMeta: metav1.ObjectMeta{Namespace: web.Namespace, Name: web.Name + "-config"}}
	if err := r.Delete(ctx, config); client.IgnoreNotFound(err) != nil {
		return err
	}
	if controllerutil.RemoveFinalizer(web, finalizer) {
		return r.Update(ctx, web)
	}
	return nil
}
